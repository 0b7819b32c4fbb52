using Research.Pipeline.Planning;

namespace Research.Pipeline.Runs;

/// <summary>Receives run progress. Calls come from several threads.</summary>
public interface IRunObserver
{
    void Started(Step step);

    void Progress(Step step, double share);

    void Ended(StepResult result);
}
