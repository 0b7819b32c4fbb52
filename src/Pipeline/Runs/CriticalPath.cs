using Research.Pipeline.Planning;

namespace Research.Pipeline.Runs;

/// <summary>How long it is from the start of a step to the end of the run, as far as earlier runs tell: the longest way goes first.</summary>
internal static class CriticalPath
{
    private const double Unknown = 1;

    public static IReadOnlyDictionary<string, double> Of(Plan plan, Durations durations)
    {
        var path = plan.Steps.ToDictionary(step => step.Target.Name, _ => 0.0, StringComparer.OrdinalIgnoreCase);
        foreach (Step step in plan.Steps.Reverse())
        {
            if (step.State is not (StepState.Run or StepState.Restore))
            {
                continue;
            }

            double own = step.State == StepState.Run ? durations.Of(step.Target) ?? Unknown : 0;
            path[step.Target.Name] += own;
            foreach (string upstream in step.Target.Upstream)
            {
                path[upstream] = Math.Max(path[upstream], path[step.Target.Name]);
            }
        }

        return path;
    }
}
