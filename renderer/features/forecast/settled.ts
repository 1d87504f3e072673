import { useEffect, useRef, useState } from 'react';

/** A value, at once after a rest of so many milliseconds, and while it changes faster than that when it has settled. */
export function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  const changed = useRef(0);
  useEffect(() => {
    const rested = Date.now() - changed.current > milliseconds;
    changed.current = Date.now();
    if (rested) return setSettled(value);
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
