namespace Research.Pipeline.Executors.Nodes;

/// <summary>Waits for what a network file system shows late.</summary>
internal static class Late
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What the look gives, as soon as it gives anything; null after a minute.</summary>
    public static T? Wait<T>(Func<T?> look)
        where T : class
    {
        long began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                return null;
            }

            Thread.Sleep(Pause);
        }
    }
}
