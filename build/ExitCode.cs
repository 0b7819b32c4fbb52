namespace Research.Build;

/// <summary>What the build returns to the shell.</summary>
internal static class ExitCode
{
    public const int Well = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int Drift = 3;
    public const int Unavailable = 4;

    public const string Help =
        "Exit codes: 0 all well, 1 failure, 2 wrong usage, 3 drift from the snapshots, 4 data unavailable.";
}
