namespace Research.Torch.Autograd;

/// <summary>Whether this thread records operations for gradients.</summary>
internal sealed class GradMode : IDisposable
{
    [ThreadStatic]
    private static bool _off;

    private readonly bool _before;

    public GradMode(bool enabled)
    {
        _before = _off;
        _off = !enabled;
    }

    public static bool Enabled => !_off;

    public void Dispose() => _off = _before;
}
