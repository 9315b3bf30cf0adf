/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Kills every process of a pod's first container with SIGKILL, as the kernel does when a node is out of memory.
 * @returns whether there was one
 */
export function killContainer(pod: any): boolean {
  const id = pod.status.containerStatuses?.[0]?.containerID?.split('//')[1];
  let killed = false;
  for (const pid of id ? readdirSync('/proc').filter(isNumber) : []) {
    try {
      if (readFileSync(`/proc/${pid}/cgroup`, 'utf8').includes(id)) {
        process.kill(Number(pid), 'SIGKILL');
        killed = true;
      }
    } catch (error) {
      // it has ended meanwhile
      if (!['ENOENT', 'ESRCH'].includes((error as any).code)) {
        throw error;
      }
    }
  }
  return killed;
}

const isNumber = (name: string) => /^\d+$/.test(name);
