using Research.Pipeline.Executors.Dispatching;
using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Executors.Schedulers;

namespace Research.Pipeline.Tests.Executors.Schedulers;

public sealed class CommandSchedulerTests
{
    private static readonly string Digest = new('a', 64);
    private static readonly Wave Wave = new(Digest, new Resources(2, 3L << 30, 90, 1), ["job"]);

    public CommandSchedulerTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the commands are a POSIX shell's");

    [Fact]
    public void The_last_word_of_what_submit_prints_is_the_id() =>
        Assert.Equal(["12.server"], Of(submit: "echo Your job is 12.server").Submit(Wave));

    [Fact]
    public void Resources_and_the_workers_command_stand_in_the_line()
    {
        string file = Path.GetTempFileName();
        try
        {
            Of(
                    submit: $"printf '%s\\n' {{cores}} {{memoryMiB}} {{seconds}} {{minutes}} {{gpus}} {{name}} {{command}} > {file}; echo 1"
                )
                .Submit(Wave);
            Assert.Equal(
                ["2", "3072", "90", "2", "1", "research-aaaaaaaaaaaa", "it's", "run", "--task", "a place", Digest, "0"],
                File.ReadAllLines(file)
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_refusal_is_told_with_what_the_command_said()
    {
        SchedulerException error = Assert.Throws<SchedulerException>(() =>
            Of(submit: "echo queue is full >&2; exit 3").Submit(Wave)
        );
        Assert.Contains("ended with exit code 3: queue is full.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("echo '$(reboot)'")]
    public void What_is_no_id_is_refused(string submit) =>
        Assert.Throws<NamelessJobException>(() => Of(submit: submit).Submit(Wave));

    [Fact]
    public void Each_line_of_poll_is_a_job_and_what_is_no_line_is_passed_over()
    {
        IReadOnlyDictionary<string, TaskState> states = Of(
                poll: "echo JOB STATE; for id in {ids}; do echo $id RUN host7; done; echo 9 OOMKilled"
            )
            .Poll(["7", "8"]);
        Assert.Equal(["7", "8", "9"], states.Keys.Order());
        Assert.Equal(TaskPhase.Running, states["8"].Phase);
        Assert.Equal(Ending.Memory, states["9"].Ending);
    }

    [Theory]
    [InlineData("PEND", "Waiting")] // LSF
    [InlineData("SSUSP", "Running")]
    [InlineData("USUSP", "Running")]
    [InlineData("DONE", "Ended")]
    [InlineData("Q", "Waiting")] // PBS
    [InlineData("H", "Waiting")]
    [InlineData("B", "Running")]
    [InlineData("E", "Running")]
    [InlineData("S", "Running")]
    [InlineData("F", "Ended")]
    [InlineData("I", "Waiting")] // HTCondor
    [InlineData("X", "Ended")]
    [InlineData("Active", "Running")] // Kubernetes
    [InlineData("Complete", "Ended")]
    [InlineData("on-its-way", "Waiting")] // nobody's: it is there, so it is not lost
    public void The_words_of_schedulers_are_understood_and_no_job_that_is_shown_is_lost(string word, string phase) =>
        Assert.Equal(phase, Of(poll: $"for id in {{ids}}; do echo $id {word}; done").Poll(["7"])["7"].Phase.ToString());

    [Fact]
    public void Many_ids_go_in_lines_that_a_shell_takes()
    {
        string[] ids = [.. Enumerable.Range(0, 20_000).Select(i => $"job-{i}")];
        Assert.Equal(ids.Length, Of(poll: "for id in {ids}; do echo $id done; done").Poll(ids).Count);
    }

    private static CommandScheduler Of(string submit = "true", string poll = "true") =>
        new(new CommandTemplates(submit, poll, "true"), new WorkerCommand(["it's"], "a place"));
}
