/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { KubernetesObject } from '@namespace-migration/plugin-migration-node';
import { quantityValue } from './quantityValue';

/** As a container has them; quantities. */
export interface MoverResources {
  requests?: Record<string, string>;
  limits?: Record<string, string>;
}

const defaultRequests = { cpu: '100m', memory: '128Mi' };
/** Only where a quota counts limits: more than a mover needs, but for the lists of a pass over tens of millions of files. */
const quotaLimits: Record<string, string> = { cpu: '2', memory: '2Gi' };

/**
 * What a mover asks for, within what the namespace's LimitRanges allow and its quotas demand: a pod outside of them is
 * refused. A limit that is not given is not set unless it must be.
 */
export function moverResources(
  given: MoverResources,
  limitRanges: KubernetesObject[],
  quotas: KubernetesObject[],
): MoverResources {
  const items: any[] = limitRanges
    .flatMap(({ spec }) => spec?.limits ?? [])
    .filter(({ type }) => type === 'Container' || type === 'Pod');
  const requests: Record<string, string> = {};
  const limits: Record<string, string> = {};
  const wanted: Record<string, string> = {
    ...defaultRequests,
    ...given.requests,
  };
  for (const resource of new Set([
    ...Object.keys(wanted),
    ...Object.keys(given.limits ?? {}),
  ])) {
    const all = (field: string): string[] =>
      items.flatMap(item => item[field]?.[resource] ?? []);
    const least = all('max').sort(byValue)[0];
    const most = all('min').sort(byValue).pop();
    const capped = (quantity: string) => smaller(quantity, least);
    const request = capped(larger(wanted[resource] ?? '0', most));
    const ratio = Math.min(...all('maxLimitRequestRatio').map(quantityValue));
    const byDefault = all('default').sort(byValue)[0];
    const counted = quotas.some(
      ({ spec }) => spec?.hard?.[`limits.${resource}`] !== undefined,
    );
    const asked =
      given.limits?.[resource] ??
      // what the API server would set may be less than what is requested
      byDefault ??
      least ??
      (counted ? quotaLimits[resource] : undefined);
    const limit =
      asked === undefined ? undefined : capped(larger(asked, request));
    requests[resource] =
      limit !== undefined &&
      quantityValue(limit) > ratio * quantityValue(request)
        ? limit
        : request;
    if (limit !== undefined) {
      limits[resource] = limit;
    }
  }
  return Object.keys(limits).length > 0 ? { requests, limits } : { requests };
}

const byValue = (a: string, b: string) => quantityValue(a) - quantityValue(b);
const smaller = (a: string, b?: string) =>
  b === undefined || byValue(a, b) <= 0 ? a : b;
const larger = (a: string, b?: string) =>
  b === undefined || byValue(a, b) >= 0 ? a : b;
