using Research.Pipeline.Planning;

namespace Research.Pipeline.Runs;

/// <summary>How long it is from the start of a step to the end of the run, as far as earlier runs tell: the longest way goes first.</summary>
internal static class Urgency
{
    private const double Unknown = 1;

    public static IReadOnlyDictionary<string, double> Of(Plan plan, Project project)
    {
        var urgency = plan.Steps.ToDictionary(step => step.Target.Name, _ => 0.0, StringComparer.OrdinalIgnoreCase);
        foreach (Step step in plan.Steps.Reverse())
        {
            if (step.State is not (StepState.Run or StepState.Restore))
            {
                continue;
            }

            double own = step.State == StepState.Run ? project.SecondsOf(step.Target) ?? Unknown : 0;
            urgency[step.Target.Name] += own;
            foreach (string upstream in step.Target.Upstream)
            {
                urgency[upstream] = Math.Max(urgency[upstream], urgency[step.Target.Name]);
            }
        }

        return urgency;
    }
}
