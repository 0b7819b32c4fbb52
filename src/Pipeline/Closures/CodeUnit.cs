using Mono.Cecil;

namespace Research.Pipeline.Closures;

/// <summary>One method as its author wrote it: its lambdas, iterators and local functions belong to it.</summary>
internal sealed class CodeUnit
{
    public required string Symbol { get; init; }

    /// <summary>Hash of what it does, in symbols.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Numbers and texts in its code, in the order of the code; the hash holds them, these are to be shown.</summary>
    public List<string> Constants { get; } = [];

    /// <summary>Methods of ours that it names.</summary>
    public HashSet<MethodDefinition> Methods { get; } = [];

    /// <summary>Virtual methods of ours that it calls through the type that declares them.</summary>
    public HashSet<MethodDefinition> Slots { get; } = [];

    /// <summary>Types of ours that it names.</summary>
    public HashSet<TypeDefinition> Types { get; } = [];

    /// <summary>Types of ours that it makes objects of.</summary>
    public HashSet<TypeDefinition> Instances { get; } = [];

    /// <summary>Static fields of ours that it reads and that are not readonly.</summary>
    public HashSet<FieldDefinition> State { get; } = [];

    /// <summary>Assemblies of packages that it calls.</summary>
    public HashSet<string> Packages { get; } = [];

    /// <summary>Whether it may read embedded resources, of whichever assembly.</summary>
    public bool ReadsResources { get; set; }

    /// <summary>Whether it may turn any object into text, so that the printed order of a record's members counts.</summary>
    public bool PrintsObjects { get; set; }
}
