import { Link, useLocation } from 'wouter';
import { type Screen, screens } from './screens.ts';

const sections: Screen['section'][] = ['Workforce', 'Returns', 'Data'];

/** The screens by job. */
export function Navigation() {
  const [location] = useLocation();
  return (
    <nav className="frame__navigation" aria-label="Main">
      <div>
        {sections.map((section) => (
          <section key={section} aria-labelledby={`section-${section}`}>
            <h2 id={`section-${section}`}>{section}</h2>
            <ul>
              {screens
                .filter((screen) => screen.section === section)
                .map(({ path, title }) => (
                  <li key={path}>
                    <Link href={path} aria-current={location.startsWith(path) ? 'page' : undefined}>
                      {title}
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
