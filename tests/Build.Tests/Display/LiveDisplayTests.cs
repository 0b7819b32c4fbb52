using Research.Build.Display;
using Research.Numerics;
using Spectre.Console.Testing;

namespace Research.Build.Tests.Display;

public sealed class LiveDisplayTests : IDisposable
{
    private readonly TestConsole _console = new TestConsole().Interactive().Width(120);

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task A_target_has_a_bar_with_its_share()
    {
        await Show(display =>
        {
            display.Start("Digits.Lstm");
            display.Progress("Digits.Lstm", 0.25);
            display.Progress("data:fsdd", 0.5); // progress without a start is a bar too
        });
        Assert.Equal("25%", ShareOf("Digits.Lstm"));
        Assert.Equal("50%", ShareOf("data:fsdd"));
    }

    [Fact]
    public async Task A_finished_target_is_full_and_what_never_began_has_no_bar()
    {
        await Show(display =>
        {
            display.Start("Digits.Lstm");
            display.Progress("Digits.Lstm", 0.25);
            display.Finish("Digits.Lstm", "");
            display.Finish("data:fsdd", "restored");
        });
        Assert.Equal("100%", ShareOf("Digits.Lstm"));
        Assert.Equal(["data:fsdd: restored"], Lines("data:fsdd"));
    }

    [Fact]
    public async Task Remarks_stay_below_the_bars_in_the_order_in_which_they_were_made()
    {
        await Show(display =>
        {
            display.Say("two targets");
            display.Start("A");
            display.Start("B");
            display.Finish("A", "made");
            display.Finish("B", "");
        });
        string[] tail = [.. _console.Lines.Where(line => !string.IsNullOrWhiteSpace(line)).TakeLast(3)];
        Assert.Contains("100%", tail[0], StringComparison.Ordinal);
        Assert.Equal(["two targets", "A: made"], tail[1..]);
    }

    [Fact]
    public async Task Brackets_in_names_and_remarks_are_text_and_no_markup()
    {
        await Show(display =>
        {
            display.Start("Digits[red]Lstm[/][nonsense]");
            display.Finish("Digits[red]Lstm[/][nonsense]", "made [bold]");
            display.Say("[also] this");
        });
        Assert.Equal("100%", ShareOf("Digits[red]Lstm[/][nonsense] "));
        Assert.Contains("Digits[red]Lstm[/][nonsense]: made [bold]", _console.Lines);
        Assert.Contains("[also] this", _console.Lines);
    }

    [Fact]
    public async Task What_a_name_or_a_remark_holds_moves_no_cursor_and_forges_no_line()
    {
        await Show(display =>
        {
            display.Start("a\u001b[2Jb");
            display.Finish("a\u001b[2Jb", "made");
            display.Say("c\u001b[2J\nVerify: all well");
        });
        Assert.Equal("100%", ShareOf("a\\u001b[2Jb"));
        Assert.Contains("c\\u001b[2J", _console.Lines);
        Assert.Contains("  Verify: all well", _console.Lines);
    }

    [Fact]
    public async Task A_failing_target_says_why_and_the_others_go_on()
    {
        await Show(display =>
        {
            display.Start("A");
            display.Start("B");
            display.Finish("A", "FAILED: the disk is full");
            display.Progress("B", 0.75);
        });
        Assert.Contains("A: FAILED: the disk is full", _console.Lines);
        Assert.Equal("75%", ShareOf("B"));
    }

    [Fact]
    public async Task A_run_that_breaks_off_passes_its_error_on_and_keeps_the_remarks()
    {
        await Assert.ThrowsAsync<ResearchException>(() =>
            Show(display =>
            {
                display.Start("A");
                display.Finish("A", "made");
                throw new ResearchException("asked to fail");
            })
        );
        Assert.Contains("A: made", _console.Lines);
    }

    private Task Show(Action<IDisplay> body)
    {
        IDisplay display = new LiveDisplay(_console);
        return display.ShowAsync(() =>
        {
            body(display);
            return Task.CompletedTask;
        });
    }

    // As the last picture of the bars has it.
    private string ShareOf(string target) =>
        Lines(target).Last(line => line.Contains('%', StringComparison.Ordinal)).Split(' ').Single(word => word.EndsWith('%'));

    private IEnumerable<string> Lines(string target) =>
        _console.Lines.Where(line => line.Contains(target, StringComparison.Ordinal));
}
