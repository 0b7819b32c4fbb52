using System.Collections;
using CliWrap;
using CliWrap.Buffered;
using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Executors.Schedulers;

/// <summary>Runs a scheduler's programs, as if outside of any job: inside one, its variables would make a new job a part of it.</summary>
internal static class SchedulerProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] OwnJobs = ["SLURM_", "SBATCH_", "PBS_", "LSB_"];
    private static readonly string[] Settings = ["SLURM_CONF", "PBS_CONF_FILE"];

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    /// <exception cref="SchedulerException">It cannot be started, or does not end within a minute.</exception>
    public static (int Code, string Output, string Errors) Run(string program, IReadOnlyList<string> arguments, string input)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            BufferedCommandResult result = CliWrap
                .Cli.Wrap(program)
                .WithArguments(arguments)
                .WithStandardInputPipe(PipeSource.FromString(input))
                .WithEnvironmentVariables(Outside())
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(patience.Token)
                .GetAwaiter()
                .GetResult();
            return (result.ExitCode, result.StandardOutput, result.StandardError);
        }
        catch (OperationCanceledException error)
        {
            throw new SchedulerException($"{program} did not end within {Patience.TotalSeconds} seconds.", error);
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
        {
            throw new SchedulerException($"{program} cannot be run here: {error.Message}", error);
        }
    }

    /// <summary>A sentence about what a program said, for a message.</summary>
    public static string Said(string program, int code, string output, string errors)
    {
        string said = errors.Trim().Length > 0 ? errors.Trim() : output.Trim();
        return $"{program} ended with exit code {code}{(said.Length > 0 ? ": " + said.ReplaceLineEndings(" ") : "")}.";
    }

    private static Dictionary<string, string?> Outside()
    {
        var variables = WorkerConnection.StartSwitches.ToDictionary(name => name, _ => (string?)null); // jobs inherit the rest
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (OwnJobs.Any(start => name.StartsWith(start, StringComparison.Ordinal)) && !Settings.Contains(name))
            {
                variables[name] = null;
            }
        }

        return variables;
    }
}
