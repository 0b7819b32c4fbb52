using Research.Numerics;

namespace Research.Pipeline.Planning;

/// <summary>A plan for people.</summary>
public static class PlanText
{
    /// <summary>One line a target that the run is about, and a count.</summary>
    public static void Write(Plan plan, TextWriter output)
    {
        foreach (Step step in plan.Needed)
        {
            output.WriteLine(Printable.Of($"{Word(step.State), -12}{step.Target.Name, -44} {step.Reason}"));
        }

        output.WriteLine(
            $"{plan.Count(StepState.Run)} to make, {plan.Count(StepState.Restore)} to restore, {plan.Count(StepState.UpToDate)} up to date"
                + (plan.Count(StepState.Unavailable) is > 0 and int missing ? $", {missing} without data" : "")
        );
    }

    public static string Word(StepState state) =>
        state switch
        {
            StepState.Run => "make",
            StepState.Restore => "restore",
            StepState.UpToDate => "up to date",
            StepState.Unavailable => "unavailable",
            _ => "unneeded",
        };
}
