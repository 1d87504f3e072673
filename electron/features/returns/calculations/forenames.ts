/**
 * Forenames that are common in England and are no other word at the beginning of a sentence. Whoever receives a return knows no
 * staff list: what begins with one of these and goes on with another capital is asked about, and can be said to be nobody.
 */
const forenames = new Set(
  `Aaron Abdul Abigail Adam Adrian Agnes Ahmed Aileen Aisha Alan Alexander Alexandra Ali Alice Alison Amanda Amara Amelia Amina Amy
  Ana Andrea Andrew Angela Anita Ann Anna Anne Annette Anthony Antonia Anwen Asha Audrey Barbara Beatrice Becky Ben Benjamin
  Bernadette Beth Bethan Beverley Brenda Brian Bridget Bronwen Carly Carol Carole Caroline Catherine Cathy Ceri Charles Charlotte
  Cheryl Chidi Chinwe Chloe Chris Christina Christine Christopher Ciara Claire Clare Colin Colleen Comfort Daniel Danielle David
  Dawn Debbie Deborah Debra Deirdre Denise Derek Diana Diane Donna Doreen Dorothy Edward Eileen Elaine Eleanor Elena Elizabeth
  Ella Ellen Ellie Emily Emma Esther Fatima Fatou Fiona Folake Frances Gareth Gemma Geoffrey Georgina Geraldine Gillian Gladys
  Graham Gwen Hannah Harriet Hayley Hazel Heather Helen Helena Hilary Ian Ifeoma Imogen Ines Ioana Isabel Isabella Jackie Jacqueline
  James Jane Janet Janice Jasmine Jason Jayne Jean Jeanette Jennifer Jenny Jessica Jill Jo Joan Joanna Joanne John Jonathan Joseph
  Josephine Joyce Judith Julia Julian Julie Karen Karina Kate Katherine Kathleen Kathryn Katie Katy Kavita Kay Keith Kelly Kenneth
  Kerry Kevin Kim Kimberley Kirsty Kofi Krystyna Kumar Kwame Laura Lauren Leah Leanne Lesley Lewis Linda Lindsay Lisa Liz Lorna
  Lorraine Louise Lucy Lynda Lynn Lynne Magdalena Mandy Margaret Maria Marian Marie Marilyn Marion Martin Mary Matthew Maureen
  Meera Megan Melanie Melissa Michael Michelle Mohammed Moira Monica Muhammad Nadia Nancy Naomi Natalie Natasha Ngozi Niamh Nicola
  Nicholas Nicole Nigel Nina Noreen Olivia Olga Oluwaseun Pamela Patricia Patrick Paul Paula Pauline Penelope Peter Philip Philippa
  Phyllis Polly Precious Priya Rachael Rachel Rebecca Richard Robert Roberta Robin Rosalind Rosemary Ruth Sabrina Sally Samantha
  Samuel Sandra Sara Sarah Shabana Sharon Sheila Shirley Sian Simon Siobhan Sonia Sophia Sophie Stacey Stella Stephanie Stephen
  Steven Susan Suzanne Sylvia Tanya Tara Teresa Theresa Thomas Timothy Tina Tracey Tracy Ursula Valerie Vanessa Vera Veronica
  Vivien Wendy William Yasmin Yetunde Yvonne Zainab Zara Zoe`.split(/\s+/),
);

/** Programmes and prizes of the NHS that are called after people. */
const calledAfter =
  /^(?:Mary Seacole|Edward Jenner|Rosalind Franklin|Elizabeth Garrett|Elizabeth Blackwell|Anne Frank)$/;
/** What places and things are, behind the name that they were given. */
const things =
  /^(?:Ward|Unit|Hospital|Infirmary|Centre|Center|Suite|House|Wing|Road|Street|Lane|Clinic|Team|Trust|Building|Room|Theatre|Lodge|Court|Hall|Hub|Review|Report|Inquiry|Programme|Award|Day|Week|Charter|Act|College|University|Foundation|Library|Midwi\w+|Nurse|Band|Birth|Maternity|Community|NHS)$/;
const crowned = /(?:Queen|King|Princess|Prince|Lady|Lord|Saint|St\.?|Royal)[ \u00a0]+$/;

const PAIR = /\b(\p{Lu}\p{Ll}+)[ \u00a0]+(?:\p{Lu}\.?[ \u00a0]+)?(\p{Lu}[\p{Ll}'’]+(?:[-'’]?\p{Lu}\p{Ll}+)*)/gu;

/** What may be persons' names in a text: a common forename with what looks like a surname, and is no place or programme. */
export function forenamesWithSurnames(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(PAIR)) {
    const [whole, forename = '', surname = ''] = match;
    if (!forenames.has(forename) || things.test(surname) || calledAfter.test(`${forename} ${surname}`)) continue;
    if (!crowned.test(text.slice(0, match.index))) found.push(whole);
  }
  return found;
}
