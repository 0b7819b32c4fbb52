using System.Globalization;
using Research.Pipeline;

namespace Research.Cli.Projects;

/// <summary>Asks, when a run is stopped, what becomes of the jobs that a cluster has.</summary>
internal static class LeftJobs
{
    /// <summary>For an answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether the person wants them cancelled; without a terminal, or without an answer in ten seconds, they are left.</summary>
    public static bool AreCancelled(int jobs)
    {
        if (Console.IsInputRedirected || Console.IsErrorRedirected)
        {
            return false;
        }

        Terminal.Complain(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{jobs} jobs wait or run. Press c to cancel them, any other key to leave them running (they are left in {Patience.TotalSeconds} seconds)."
            )
        );
        long began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            if (Console.KeyAvailable)
            {
                return Console.ReadKey(intercept: true).KeyChar is 'c' or 'C';
            }

            Thread.Sleep(Pause);
        }

        return false;
    }
}
