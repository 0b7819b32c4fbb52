namespace Research.Pipeline.Runs;

/// <summary>How many steps go to one worker together.</summary>
/// <param name="Seconds">Of a batch, at most: long enough that handing it over costs nothing, short enough that the workers end together.</param>
/// <param name="Longest">Steps, at most: each holds files open, its lock and that of its staging folder.</param>
/// <param name="Workers">Which share what is ready.</param>
internal sealed record BatchBounds(double Seconds, int Longest, int Workers)
{
    private const double HereSeconds = 5;
    private const int MostSteps = 128;

    /// <summary>On this machine.</summary>
    public static BatchBounds Here(int jobs) => new(HereSeconds, MostSteps, jobs);

    /// <summary>On others.</summary>
    public static BatchBounds There(Elsewhere elsewhere) => new(elsewhere.SecondsPerJob, MostSteps, elsewhere.Jobs);

    /// <summary>Steps of the next batch, so that every worker has its share of those that are ready.</summary>
    public int Most(int ready) => Math.Clamp(ready / Workers, 1, Longest);
}
