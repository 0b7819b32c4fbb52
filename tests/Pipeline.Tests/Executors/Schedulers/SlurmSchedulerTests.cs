using System.Runtime.Versioning;
using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Executors.Schedulers;

namespace Research.Pipeline.Tests.Executors.Schedulers;

/// <summary>What Slurm's programs say when they fail: scripts stand in for them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SlurmSchedulerTests : IDisposable
{
    private const string Refused = "slurm_load_jobs error: Unable to contact slurm controller";

    private static readonly Wave Wave = new(new string('a', 64), new Resources(2, 3L << 30, 90, 0), ["one", "two"]);

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public SlurmSchedulerTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-ins are a POSIX shell's");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_squeue_that_fails_is_told_in_its_own_words()
    {
        Program("squeue", $"echo '{Refused}' >&2; exit 1");
        Assert.Equal(
            $"{_folder}/squeue ended with exit code 1: {Refused}.".Replace(_folder + "/", "", StringComparison.Ordinal),
            Failure(slurm => slurm.Poll(["7_0"]))
        );
    }

    [Fact]
    public void A_cancellation_that_fails_is_told()
    {
        Program("scancel", "echo 'Access/permission denied' >&2; exit 1");
        Assert.Contains(
            "scancel ended with exit code 1: Access/permission denied",
            Failure(slurm => slurm.Cancel(["7_0"])),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Jobs_that_left_the_queue_are_asked_of_the_controller_where_nothing_is_accounted()
    {
        Program("squeue", "exit 0");
        Program("sacct", "echo 'Slurm accounting storage is disabled' >&2; exit 1");
        Program("scontrol", "echo 'JobId=8 ArrayJobId=7 ArrayTaskId=0 JobState=TIMEOUT Reason=None ExitCode=0:15'");
        TaskState state = Slurm.Poll(["7_0"])["7_0"];
        Assert.Equal((TaskPhase.Ended, Ending.Time), (state.Phase, state.Ending));
    }

    [Theory]
    [InlineData("echo queued")]
    [InlineData("true")]
    public void A_submission_that_prints_no_id_has_failed(string script)
    {
        Program("sbatch", script);
        Assert.EndsWith("That is no id of a job.", Failure(slurm => slurm.Submit(Wave)), StringComparison.Ordinal);
    }

    [Fact]
    public void From_within_a_job_new_jobs_are_no_part_of_it()
    {
        string seen = Path.Combine(_folder, "seen");
        Environment.SetEnvironmentVariable("SLURM_MEM_PER_CPU", "1");
        Environment.SetEnvironmentVariable("SBATCH_PARTITION", "outer");
        try
        {
            Program("sbatch", $"env > {seen}; cat > {seen}.script; echo '7;cluster'");
            Assert.Equal(["7_0", "7_1"], Slurm.Submit(Wave));
        }
        finally
        {
            Environment.SetEnvironmentVariable("SLURM_MEM_PER_CPU", null);
            Environment.SetEnvironmentVariable("SBATCH_PARTITION", null);
        }

        Assert.DoesNotContain(
            File.ReadAllLines(seen),
            line => line.StartsWith("SLURM_MEM", StringComparison.Ordinal) || line.StartsWith("SBATCH_", StringComparison.Ordinal)
        );
        Assert.Contains("exec 'it'\\''s' 'run'", File.ReadAllText(seen + ".script"), StringComparison.Ordinal);
    }

    private SlurmScheduler Slurm =>
        new(new SlurmSettings(null, null, 1000, [], null), new WorkerCommand(["it's"], "a place")) { Programs = _folder };

    private string Failure(Action<SlurmScheduler> ask) => Assert.Throws<SchedulerException>(() => ask(Slurm)).Message;

    private void Program(string name, string script)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
