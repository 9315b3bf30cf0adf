/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { Plan, WaveInput } from '@namespace-migration/plugin-migration-common';

export interface WaveForm {
  type: 'stage' | 'cutover';
  name: string;
  concurrency: string;
  onFailure: 'stop' | 'continue';
  /** Ids of plans in their order. */
  order: string[];
  /** By plan, the one that must have succeeded first. */
  after: Record<string, string>;
  consent: boolean;
}

export function newWaveForm(
  type: WaveForm['type'],
  plans: Array<Pick<Plan, 'id'>>,
): WaveForm {
  return {
    type,
    name: '',
    concurrency: type === 'stage' ? '3' : '1',
    onFailure: 'stop',
    order: plans.map(({ id }) => id),
    after: {},
    consent: false,
  };
}

/** One place up (-1) or down (1). What now comes before the plan that it waited for waits no more. */
export function moved(form: WaveForm, id: string, by: -1 | 1): WaveForm {
  const from = form.order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= form.order.length) {
    return form;
  }
  const order = [...form.order];
  [order[from], order[to]] = [order[to], order[from]];
  return { ...form, order, after: possible(form.after, order) };
}

export function without(form: WaveForm, id: string): WaveForm {
  const order = form.order.filter(other => other !== id);
  return { ...form, order, after: possible(form.after, order) };
}

/** Only on plans that come earlier, so that nothing waits for itself. */
function possible(after: WaveForm['after'], order: string[]) {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([plan, before]) =>
        order.includes(before) && order.indexOf(before) < order.indexOf(plan),
    ),
  );
}

export function concurrencyOf(form: WaveForm): number | undefined {
  const value = Number(form.concurrency);
  return Number.isInteger(value) && value >= 1 && value <= 100
    ? value
    : undefined;
}

/** Whether everything is given that must be. */
export function isComplete(form: WaveForm): boolean {
  return (
    form.order.length > 0 &&
    concurrencyOf(form) !== undefined &&
    (form.type === 'stage' || form.consent)
  );
}

export function waveInputOf(form: WaveForm): WaveInput {
  return {
    name: form.name.trim() || undefined,
    type: form.type,
    concurrency: concurrencyOf(form),
    onFailure: form.onFailure,
    plans: form.order.map(planId => ({
      planId,
      after: form.after[planId] ? [form.after[planId]] : undefined,
    })),
  };
}
