/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { existsSync } from 'node:fs';

/** Local clusters need root on Debian; everything else is installed. */
export function canRun(): { ok: true } | { ok: false; reason: string } {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) {
    return { ok: false, reason: 'this machine does not run Debian' };
  }
  if (process.getuid?.() !== 0) {
    return { ok: false, reason: 'this user is not root' };
  }
  return { ok: true };
}

/** @throws with the reason and what to do instead */
export function refuseUnlessAble(): void {
  const able = canRun();
  if (!able.ok) {
    throw new Error(
      `Local clusters cannot run here: ${able.reason}. They need root on Debian; give kubeconfigs of clusters you have instead`,
    );
  }
}
