using System.Diagnostics;

namespace Research.Gpu;

/// <summary>What is checked, and until when.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="Name">cuda, or cpu in a rehearsal.</param>
/// <param name="Device">The card and its driver.</param>
/// <param name="Seconds">After which no further step begins.</param>
internal sealed record CheckSetting(string Root, string Name, string Device, int Seconds)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public bool IsOver => _clock.Elapsed.TotalSeconds > Seconds;

    public double Elapsed => _clock.Elapsed.TotalSeconds;
}
