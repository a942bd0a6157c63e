import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoInZone, isoUtc } from './dates.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];

describe('dates on the old wire', () => {
  it('are the instant in UTC, to the millisecond', () => {
    expect(isoUtc(1_700_000_000_123)).toBe('2023-11-14T22:13:20.123Z');
  });

  it('are the same instant in every time zone, as Temporal writes it', () => {
    const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, timeZone) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(instant).toString({
          timeZone,
          fractionalSecondDigits: 3,
        });
        expect(isoInZone(instant, timeZone)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('follow the change to summer time at its very moment', () => {
    const change = Date.UTC(2026, 2, 29, 1);
    expect(isoInZone(change - 1, 'Europe/Berlin')).toBe('2026-03-29T01:59:59.999+01:00');
    expect(isoInZone(change, 'Europe/Berlin')).toBe('2026-03-29T03:00:00.000+02:00');
  });
});
