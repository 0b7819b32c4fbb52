using Research.Pipeline.Executors.Nodes;

namespace Research.Pipeline.Tests.Executors.Nodes;

public sealed class TaskLogTests
{
    [Fact]
    public void What_is_printed_is_kept_and_passed_on()
    {
        using var inner = new StringWriter();
        using var log = new TaskLog(inner);
        log.WriteLine("one");
        log.Write('2');
        Assert.Equal("one\n2", log.Text);
        Assert.Equal("one\n2", inner.ToString());
    }

    [Fact]
    public void Of_a_long_log_the_first_and_the_last_stay_and_it_says_what_is_left_out()
    {
        using var log = new TaskLog(TextWriter.Null);
        log.WriteLine("first");
        for (int i = 0; i < 100_000; i++)
        {
            log.WriteLine("line of no interest");
        }

        log.WriteLine("last");
        Assert.StartsWith("first\n", log.Text, StringComparison.Ordinal);
        Assert.EndsWith("last\n", log.Text, StringComparison.Ordinal);
        Assert.InRange(log.Text.Length, 1 << 18, 1 << 20);
        Assert.Contains("characters left out]", log.Text, StringComparison.Ordinal);
    }
}
