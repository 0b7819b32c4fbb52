namespace Research.Numerics;

/// <summary>Settings that contradict each other, or that nothing can be computed with, whatever the data.</summary>
public sealed class SettingsException : ResearchException
{
    public SettingsException() { }

    public SettingsException(string message)
        : base(message) { }

    public SettingsException(string message, Exception inner)
        : base(message, inner) { }
}
