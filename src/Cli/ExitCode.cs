using Research.Data;
using Research.Numerics;

namespace Research.Cli;

/// <summary>What the tool returns to the shell; the build uses the same codes.</summary>
internal static class ExitCode
{
    public const int Well = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int Unavailable = 4;

    /// <summary>Runs the body; a user's mistake becomes one sentence on standard error, never a trace.</summary>
    public static int Of(Func<int> body)
    {
        try
        {
            return body();
        }
        catch (DataUnavailableException error)
        {
            Console.Error.WriteLine($"research: {error.Message}");
            return Unavailable;
        }
        catch (Exception error) when (error is ResearchException or UnauthorizedAccessException or IOException)
        {
            Console.Error.WriteLine($"research: {error.Message}");
            return Failure;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("research: stopped.");
            return Failure;
        }
    }
}
