/*
 * Copyright 2026 The Namespace Migration Authors
 * Licensed under the Apache License, Version 2.0
 */
import { InfoCard, Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { Plan } from '@namespace-migration/plugin-migration-common';
import { useEffect, useMemo, useRef, useState } from 'react';
import { migrationApiRef } from '../../api/migrationApiRef';
import { InlineError } from '../../components/InlineError';
import { LoadError } from '../../components/LoadError';
import { useClusters } from '../../hooks/useClusters';
import { useCommand } from '../../hooks/useCommand';
import { errorMessage } from '../../presentation/errorMessage';
import { rootRouteRef } from '../../routes';
import { migrationTranslationRef } from '../../translation';
import { draftOf, inputOf, inputOfPlan, PlanDraft } from './planDraft';
import { NoClusters } from './NoClusters';
import { problemsOf, stepsWith, WizardStep } from './steps';
import { useDraftKeeper } from './useDraftKeeper';
import { useWizardUrl } from './useWizardUrl';
import { WizardActions } from './WizardActions';
import { WizardContent } from './WizardContent';
import { WizardLoading } from './WizardLoading';
import { WizardStepper } from './WizardStepper';
import { wizardErrors } from './wizardErrors';

export interface PlanWizardProps {
  /** The plan that is edited. */
  plan?: Plan;
  initial: PlanDraft;
  draftId?: string;
  onSaved(plan: Plan): void;
}

/** The steps to a plan. Everything stays in the portal: no step writes to a cluster. */
export const PlanWizard = (props: PlanWizardProps) => {
  const { plan, onSaved } = props;
  const { t } = useTranslationRef(migrationTranslationRef);
  const api = useApi(migrationApiRef);
  const plans = `${useRouteRef(rootRouteRef)()}/plans`;
  const clusters = useClusters();
  const command = useCommand();
  const { step, goTo, setDraft: setUrlDraft } = useWizardUrl();
  const [draft, setDraft] = useState(props.initial);
  const [seen, setSeen] = useState<ReadonlySet<WizardStep>>(new Set());
  const keeper = useDraftKeeper({
    draftId: props.draftId,
    planId: plan?.id,
    initial: props.initial,
    onCreated: setUrlDraft,
  });

  const input = JSON.stringify(inputOf(draft));
  const [savedInput, setSavedInput] = useState(
    () => plan && JSON.stringify(inputOf(draftOf(inputOfPlan(plan)))),
  );
  const problems = problemsOf(draft);
  const errors = useMemo(
    () =>
      wizardErrors({ draft, plan, seen, refusal: command.error }, problem =>
        t(`wizard.problems.${problem}`),
      ),
    [draft, plan, seen, command.error, t],
  );

  const heading = useStepFocus(step);
  useKept(draft, step, keeper.keep);

  const change = (changed: Partial<PlanDraft>) => {
    if (command.error) {
      command.clear();
    }
    setDraft(before => ({ ...before, ...changed }));
  };
  const save = () =>
    command.run(async () => {
      const saved = plan
        ? await api.updatePlan(plan.id, inputOf(draft))
        : await api.createPlan(inputOf(draft));
      await keeper.discard();
      setUrlDraft(undefined);
      if ((saved.type ?? 'full') === 'full') {
        // its card offers to make it again, and says what is wrong
        await api.startPreview(saved.id).catch(() => {});
      }
      setSavedInput(input);
      onSaved(saved);
    });
  const go = (next: WizardStep) => {
    setSeen(before => new Set([...before, step]));
    goTo(next);
    const complete = Object.keys(problems).length === 0;
    if (next === 'review' && complete && input !== savedInput) {
      save();
    }
  };

  if (!clusters.value) {
    return clusters.error ? (
      <LoadError
        title={t('wizard.clustersFailed')}
        error={clusters.error}
        onRetry={clusters.reload}
      />
    ) : (
      <WizardLoading />
    );
  }
  if (clusters.value.length === 0) {
    return <NoClusters />;
  }
  return (
    <>
      <Link to={plans}>{t('plan.back')}</Link>
      <Typography
        variant="h4"
        component="h1"
        style={{ overflowWrap: 'anywhere' }}
      >
        {plan
          ? t('wizard.editTitle', { name: plan.name })
          : t('wizard.newTitle')}
      </Typography>
      <Typography>{t('wizard.about')}</Typography>
      <WizardStepper step={step} wrong={stepsWith(errors)} onGo={go} />
      {keeper.error && (
        <InlineError
          message={t('wizard.draftNotKept', {
            error: errorMessage(keeper.error),
          })}
        />
      )}
      <InfoCard
        title={
          <Typography
            variant="h5"
            component="h2"
            ref={heading}
            tabIndex={-1}
            style={{ outline: 'none' }}
          >
            {t(`wizard.steps.${step}`)}
          </Typography>
        }
      >
        <WizardContent
          step={step}
          draft={draft}
          plan={plan}
          clusters={clusters.value}
          errors={errors}
          onChange={change}
          review={{
            unchanged: input === savedInput,
            problems,
            saving: command.running,
            error: command.error,
            onSave: save,
            onGo: go,
          }}
        />
        {errors[''] && step !== 'review' && (
          <InlineError message={errors['']} />
        )}
      </InfoCard>
      <WizardActions
        step={step}
        plan={plan}
        saved={input === savedInput}
        saving={command.running}
        onGo={go}
      />
    </>
  );
};

/** The heading gets the focus when another step is shown, so that keyboard and screen reader begin there. */
function useStepFocus(step: WizardStep) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step;
      heading.current?.focus();
    }
  }, [step]);
  return heading;
}

const TYPING_MS = 1_000;

/** Keeps the draft when typing pauses, and when a step is left, by whichever way, or the wizard. */
function useKept(
  draft: PlanDraft,
  step: WizardStep,
  keep: (draft: PlanDraft, step: WizardStep) => void,
) {
  const now = useRef({ draft, step });
  now.current = { draft, step };
  useEffect(() => keep(now.current.draft, step), [step, keep]);
  useEffect(() => {
    const timer = setTimeout(() => keep(draft, now.current.step), TYPING_MS);
    return () => clearTimeout(timer);
  }, [draft, keep]);
  useEffect(() => () => keep(now.current.draft, now.current.step), [keep]);
}
