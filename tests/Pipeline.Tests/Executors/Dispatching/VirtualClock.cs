namespace Research.Pipeline.Tests.Executors.Dispatching;

/// <summary>A clock that stands until a test moves it.</summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    public VirtualClock()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) { }

    public DateTimeOffset Now { get; private set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Moves it on; never back.</summary>
    public void MoveTo(DateTimeOffset time) => Now = time > Now ? time : Now;
}
