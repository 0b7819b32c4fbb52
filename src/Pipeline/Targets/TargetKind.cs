namespace Research.Pipeline.Targets;

/// <summary>What a target makes, in the order of the graph.</summary>
public enum TargetKind
{
    Dataset,
    Features,
    Trial,
    Tables,
    Report,
}
