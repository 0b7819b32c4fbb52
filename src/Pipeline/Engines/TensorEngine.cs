namespace Research.Pipeline.Engines;

/// <summary>The two tensor engines behind one code (ADR 24). Which one a program has is decided when it is compiled.</summary>
public static class TensorEngine
{
    /// <summary>Ours: the same bits on every machine.</summary>
    public const string Portable = "portable";

    /// <summary>TorchSharp with libtorch: bits that depend on the machine.</summary>
    public const string TorchSharp = "torchsharp";

    /// <summary>The engine of this program.</summary>
#if TORCHSHARP
    public static string Compiled => TorchSharp;
#else
    public static string Compiled => Portable;
#endif

    /// <summary>The leaf of a fingerprint that names the engine, where it is not ours.</summary>
    public const string Leaf = "runtime";

    /// <summary>Begins the name of each part of the leaf that tells of the engine.</summary>
    internal const string Fact = "engine";

    /// <summary>As command lines spell them.</summary>
    public static string[] Names { get; } = [Portable, TorchSharp];

    /// <summary>Whether equal fingerprints give equal bits on every machine; else on this one, as a rule.</summary>
    public static bool GivesEqualBits => Compiled == Portable;

    /// <summary>Whether a part of the leaf tells of the engine.</summary>
    public static bool IsFact(string part) => part.StartsWith(Fact, StringComparison.Ordinal);

    /// <summary>Below the checkout: where targets publish. The engines' results never lie in one folder.</summary>
    public static string Artifacts => GivesEqualBits ? PortableArtifacts : TorchSharpArtifacts;

    public static string PortableArtifacts => "artifacts";

    public static string TorchSharpArtifacts => Path.Combine(PortableArtifacts, TorchSharp);
}
