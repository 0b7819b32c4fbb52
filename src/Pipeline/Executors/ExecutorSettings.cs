using System.Text.Json;
using System.Text.Json.Serialization;
using Research.Data;

namespace Research.Pipeline.Executors;

/// <summary>Where trainings and feature sets are made, and with what bounds: executor.json beside datasets.lock, and options over it. None of it enters a fingerprint.</summary>
public sealed record ExecutorSettings
{
    /// <summary>Name of the file.</summary>
    public const string File = "executor.json";

    // Not the generated reader, which would give what the file leaves out no default.
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public const string Local = "local";
    public const string Slurm = "slurm";
    public const string Command = "command";

    /// <summary>The executors by name.</summary>
    public static IReadOnlyList<string> Names => [Local, Slurm, Command];

    /// <summary>local, slurm or command.</summary>
    public string Executor { get; init; } = Local;

    /// <summary>A folder that this machine and the nodes see; "exchange" in the user's cache where it is null.</summary>
    public string? Place { get; init; }

    /// <summary>Command lines of the executor 'command'.</summary>
    public string? Submit { get; init; }

    public string? Poll { get; init; }

    public string? Cancel { get; init; }

    /// <summary>Slurm's; null for its defaults.</summary>
    public string? Partition { get; init; }

    public string? Account { get; init; }

    /// <summary>Jobs of one array, at most.</summary>
    public int ArraySize { get; init; } = 1000;

    /// <summary>Lines of the batch script before the worker, such as "#SBATCH --qos=low" or "module load dotnet".</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>What starts this program on a node; null where nodes see it at the same path.</summary>
    public IReadOnlyList<string>? Program { get; init; }

    /// <summary>Jobs with the scheduler at a time, at most.</summary>
    public int Jobs { get; init; } = 2000;

    /// <summary>Cores of a job.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>Short trials share a job of about this long.</summary>
    public double MinutesPerJob { get; init; } = 10;

    /// <summary>Time to ask for at least: what nobody has timed gets this.</summary>
    public double LeastMinutes { get; init; } = 60;

    public double MostHours { get; init; } = 24;

    /// <summary>Memory to ask for at most; a job that runs out gets twice as much until then.</summary>
    public double MostMemoryGiB { get; init; } = 64;

    /// <summary>Between two questions to the scheduler.</summary>
    public double PollSeconds { get; init; } = 10;

    /// <summary>How long ready jobs wait for company.</summary>
    public double GatherSeconds { get; init; } = 2;

    /// <summary>How long after a job's end its records may still appear.</summary>
    public double LateSeconds { get; init; } = 60;

    /// <summary>Between two times that a worker tells its progress and puts its log and states.</summary>
    public double ReportSeconds { get; init; } = 30;

    /// <summary>The settings of a checkout; local where it has no executor.json.</summary>
    /// <exception cref="UsageException">The file is malformed.</exception>
    public static ExecutorSettings Of(string root)
    {
        string path = Path.Combine(root, File);
        try
        {
            return System.IO.File.Exists(path)
                ? JsonSerializer.Deserialize<ExecutorSettings>(System.IO.File.ReadAllText(path), Json)!
                : new ExecutorSettings();
        }
        catch (JsonException error)
        {
            throw new UsageException($"{path}: {error.Message} docs/cluster.md lists what it may hold.");
        }
    }

    /// <summary>Whether they can be used.</summary>
    /// <exception cref="UsageException">They cannot; says what is needed.</exception>
    public ExecutorSettings Checked()
    {
        if (!Names.Contains(Executor))
        {
            throw new UsageException($"executor '{Executor}': one of {string.Join(", ", Names)} is needed.");
        }

        if (Place?.Contains("://", StringComparison.Ordinal) == true)
        {
            throw new UsageException($"place '{Place}': a folder is needed, which this machine and the nodes see.");
        }

        if (Executor == Command && (Submit is null || Poll is null || Cancel is null))
        {
            throw new UsageException(
                "--executor command needs --submit, --poll and --cancel, here or in executor.json (docs/cluster.md)."
            );
        }

        (string Name, double Value)[] positive =
        [
            ("arraySize", ArraySize),
            ("jobs", Jobs),
            ("cores", Cores),
            ("minutesPerJob", MinutesPerJob),
            ("leastMinutes", LeastMinutes),
            ("mostHours", MostHours),
            ("mostMemoryGiB", MostMemoryGiB),
            ("pollSeconds", PollSeconds),
            ("reportSeconds", ReportSeconds),
        ];
        return Array.Find(positive, item => item.Value <= 0) is { Name: not null } wrong
            ? throw new UsageException($"{File}: {wrong.Name} is {wrong.Value}; more than 0 is needed.")
            : this;
    }
}
