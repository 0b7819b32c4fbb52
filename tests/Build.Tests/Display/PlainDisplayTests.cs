using System.Globalization;
using Research.Build.Display;

namespace Research.Build.Tests.Display;

public sealed class PlainDisplayTests : IDisposable
{
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task Every_quarter_has_one_line_and_the_end_has_none_of_its_own()
    {
        await Show(display =>
        {
            display.Start("A");
            foreach (double share in new[] { 0.1, 0.25, 0.3, 0.6, 0.7, 0.8, 1 })
            {
                display.Progress("A", share);
            }

            display.Finish("A", "");
        });
        Assert.Matches(@"\AA: 25 %, about 0 s left\nA: 50 %, about 0 s left\nA: 75 %, about 0 s left\n\z", _output.ToString());
    }

    [Fact]
    public async Task A_remark_says_how_long_the_target_took()
    {
        await Show(display =>
        {
            display.Start("A");
            display.Finish("A", "made");
        });
        Assert.Matches(@"\AA: made \(\d+\.\d s\)\n\z", _output.ToString());
    }

    [Fact]
    public async Task A_target_that_never_began_has_no_time()
    {
        await Show(display => display.Finish("A", "restored"));
        Assert.Equal("A: restored\n", _output.ToString());
    }

    [Fact]
    public async Task A_failing_target_says_why_and_names_are_written_as_they_are()
    {
        await Show(display =>
        {
            display.Finish("Digits[red]", "FAILED: the disk is full");
            display.Say("[bold] is text");
        });
        Assert.Equal("Digits[red]: FAILED: the disk is full\n[bold] is text\n", _output.ToString());
    }

    [Fact]
    public async Task What_a_name_or_a_remark_holds_moves_no_cursor_and_forges_no_line()
    {
        await Show(display =>
        {
            display.Finish("a\u001b[2J", "FAILED: b\u009b");
            display.Say("c\r\nVerify: all well");
        });
        Assert.Equal("a\\u001b[2J: FAILED: b\\u009b\nc\n  Verify: all well\n", _output.ToString());
    }

    private Task Show(Action<IDisplay> body)
    {
        IDisplay display = new PlainDisplay(_output);
        return display.ShowAsync(() =>
        {
            body(display);
            return Task.CompletedTask;
        });
    }
}
