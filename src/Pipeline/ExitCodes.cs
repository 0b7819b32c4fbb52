namespace Research.Pipeline;

/// <summary>What the build and the tool return to the shell.</summary>
public static class ExitCodes
{
    public const int Well = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int Drift = 3;
    public const int Unavailable = 4;

    /// <summary>Stopped by the person (128 + SIGINT, as shells have it).</summary>
    public const int Stopped = 130;
}
