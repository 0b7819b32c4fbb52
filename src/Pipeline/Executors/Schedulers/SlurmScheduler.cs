using System.Globalization;
using System.Text.RegularExpressions;
using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Executors.Exchange;

namespace Research.Pipeline.Executors.Schedulers;

/// <summary>Slurm: an array a wave; squeue for what waits and runs, then sacct, or scontrol where nothing is accounted, for what has ended: a call each, however many jobs.</summary>
internal sealed partial class SlurmScheduler(SlurmSettings settings, WorkerCommand worker) : IScheduler
{
    private const string Squeue = "squeue";
    private const string Sacct = "sacct";
    private const string Scontrol = "scontrol";

    private bool _isAccounted = true;

    /// <summary>Folder of Slurm's programs; empty for those that the PATH leads to.</summary>
    internal string Programs { get; init; } = "";

    public string Name => "Slurm";

    public int MostJobs => settings.ArraySize;

    public IReadOnlyList<string> Submit(Wave wave)
    {
        (int code, string output, string errors) = Run("sbatch", Arguments(wave), Script(wave));
        string id = output.Trim().Split(';')[0]; // with a cluster's name after it, where there are several
        return code == 0 && IdPattern().IsMatch(id)
            ? IdsOf(id, wave)
            : throw new SchedulerException(
                SchedulerProgram.Said("sbatch", code, output, errors) + (code == 0 ? " That is no id of a job." : "")
            );
    }

    // sbatch may time out after the controller took the jobs.
    public IReadOnlyList<string>? Find(Wave wave)
    {
        string output = Answer(
            Squeue,
            ["--noheader", "--user", Environment.UserName, "--name", wave.ShortName, "--states", "all", "--format", "%F"]
        );
        string? id = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return id is not null && IdPattern().IsMatch(id) ? IdsOf(id, wave) : null;
    }

    public IReadOnlyDictionary<string, TaskState> Poll(IReadOnlyCollection<string> ids)
    {
        var states = new Dictionary<string, TaskState>();
        Read(
            SlurmText.Squeue(
                Answer(
                    Squeue,
                    ["--noheader", "--array", "--user", Environment.UserName, "--states", "all", "--format", "%i|%T|%r"]
                )
            ),
            states
        );
        string[] left = [.. ids.Where(id => states.GetValueOrDefault(id) is null or { Phase: TaskPhase.Ended })];
        if (left.Length > 0)
        {
            Read(Ended(left), states);
        }

        return states;
    }

    public void Cancel(IReadOnlyCollection<string> ids)
    {
        foreach (string[] some in ids.Chunk(1000))
        {
            Answer("scancel", some);
        }
    }

    // By array rather than by job, so that the line stays short.
    private IReadOnlyDictionary<string, TaskState> Ended(string[] ids)
    {
        if (_isAccounted)
        {
            string arrays = string.Join(',', ids.Select(id => id.Split('_')[0]).Distinct());
            (int code, string output, _) = Run(
                Sacct,
                ["--noheader", "--parsable2", "--allocations", "--array", "--format", "JobID,State,ExitCode", "--jobs", arrays],
                ""
            );
            if (code == 0)
            {
                return SlurmText.Sacct(output);
            }

            _isAccounted = false;
        }

        return SlurmText.Scontrol(Answer(Scontrol, ["--oneliner", "show", "job"]));
    }

    private static void Read(IReadOnlyDictionary<string, TaskState> found, Dictionary<string, TaskState> states)
    {
        foreach ((string id, TaskState state) in found)
        {
            states[id] = state;
        }
    }

    private (int Code, string Output, string Errors) Run(string program, IReadOnlyList<string> arguments, string input) =>
        SchedulerProgram.Run(Path.Combine(Programs, program), arguments, input);

    private string Answer(string program, IReadOnlyList<string> arguments)
    {
        (int code, string output, string errors) = Run(program, arguments, "");
        return code == 0 ? output : throw new SchedulerException(SchedulerProgram.Said(program, code, output, errors));
    }

    private IReadOnlyList<string> Arguments(Wave wave)
    {
        Resources asked = wave.Resources;
        var arguments = new List<string>
        {
            "--parsable",
            "--no-requeue", // what is lost is submitted again from here, where its history is known
            "--job-name=" + wave.ShortName,
            Line($"--array=0-{wave.Jobs.Count - 1}"),
            Line($"--cpus-per-task={asked.Cores}"),
            Line($"--mem={asked.MemoryBytes >> 20}M"),
            Line($"--time={(asked.Seconds + 59) / 60}"),
            "--signal=B:TERM@60", // time to save a training's state
            "--output=" + (settings.LogFolder is { } folder ? Path.Combine(folder, "slurm-%A_%a.txt") : "/dev/null"),
        };
        if (asked.Gpus > 0)
        {
            arguments.Add(Line($"--gres=gpu:{asked.Gpus}"));
        }

        if (settings.Partition is { } partition)
        {
            arguments.Add("--partition=" + partition);
        }

        if (settings.Account is { } account)
        {
            arguments.Add("--account=" + account);
        }

        return arguments;
    }

    // The shell becomes the worker, so that signals reach it.
    private string Script(Wave wave) =>
        string.Join(
            '\n',
            ["#!/bin/sh", .. settings.Lines, $"exec {Shell.Line(worker.Before(wave.Name))} \"$SLURM_ARRAY_TASK_ID\"", ""]
        );

    private static IReadOnlyList<string> IdsOf(string id, Wave wave) =>
        [.. Enumerable.Range(0, wave.Jobs.Count).Select(i => Line($"{id}_{i}"))];

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex IdPattern();
}

/// <summary>What a user's Slurm wants.</summary>
/// <param name="Partition">Null for the default one.</param>
/// <param name="Account">Null for the default one.</param>
/// <param name="ArraySize">Jobs of an array, at most (MaxArraySize of slurm.conf).</param>
/// <param name="Lines">Of the batch script, before the worker: #SBATCH options, modules.</param>
/// <param name="LogFolder">Where Slurm writes what jobs print, seen by the nodes; null for nowhere.</param>
internal sealed record SlurmSettings(
    string? Partition,
    string? Account,
    int ArraySize,
    IReadOnlyList<string> Lines,
    string? LogFolder
);
