namespace Research.Build.Tasks;

/// <summary>A task about the committed results, which only an engine of equal bits may write or be compared with.</summary>
internal interface INeedsEqualBits;
