/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { ErrorRequestHandler, Router } from 'express';

/** The validator's message on an unknown field does not name it, and what comes after drops the path that does. */
const nameField: ErrorRequestHandler = (error, _req, _res, next) => {
  const paths = (error.errors ?? [])
    .filter((found: any) => /additional properties$/.test(found.message))
    .map((found: any) => found.path.replace(/^\/body\//, ''));
  if (paths.length > 0) {
    error.message = `${error.message}: ${paths.join(', ')}`;
  }
  next(error);
};

/** Puts the handler before the router's own, which was made with it. */
export function nameUnknownFields(router: Router): void {
  const own = router.stack.findIndex(layer => layer.handle.length === 4);
  router.use(nameField);
  router.stack.splice(own, 0, router.stack.pop()!);
}
