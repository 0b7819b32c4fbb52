using Research.Data;
using Research.Data.Audio;
using Research.Numerics;
using Research.Pipeline;

namespace Research.Cli.Commands;

/// <summary>From what a command met to what it returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Runs the body; a user's mistake becomes one sentence on standard error, never a trace.</summary>
    public static int Of(Func<int> body)
    {
        try
        {
            return body();
        }
        catch (DataUnavailableException error)
        {
            Terminal.Complain($"research: {error.Message}");
            return ExitCodes.Unavailable;
        }
        catch (RecordingException error)
        {
            Terminal.Complain($"research: {error.Message}");
            return RecordingCode.Of(error.Problem);
        }
        catch (Exception error) when (error is UsageException or SettingsException)
        {
            Terminal.Complain($"research: {error.Message}");
            return ExitCodes.Usage;
        }
        catch (Exception error) when (error is ResearchException or UnauthorizedAccessException or IOException)
        {
            Terminal.Complain($"research: {WriteFailure.Of(error) ?? error.Message}");
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            Terminal.Complain("research: stopped.");
            return ExitCodes.Stopped;
        }
    }
}
