/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
/** Of the CSI driver, its storage class and its snapshot class. */
export const csiDriverName = 'btrfs.csi.namespace-migration.io';
export const csiClassName = 'csi-btrfs';
