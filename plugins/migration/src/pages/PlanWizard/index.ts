/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
export { EditPlanPage } from './EditPlanPage';
export { NewPlanPage } from './NewPlanPage';
