namespace Research.Pipeline.Closures;

/// <summary>The program's files as the compiler wrote them.</summary>
/// <remarks>
/// build/program.sh may start the program from a folder "ready" within its own, where some assemblies hold machine code beside the same
/// instructions (ADR 21). Fingerprints and workers go by what the compiler wrote, so that neither a fingerprint nor a bit depends on that folder.
/// </remarks>
internal static class CompilerOutput
{
    private const string Ready = "ready";

    /// <summary>The compiler's file or folder for one that the program was started from; the same path where it was started from the compiler's.</summary>
    public static string Of(string path)
    {
        string folder = Path.GetDirectoryName(path) ?? "";
        return
            Path.GetFileName(folder) == Ready
            && Path.Combine(Path.GetDirectoryName(folder)!, Path.GetFileName(path)) is { } original
            && File.Exists(original)
            ? original
            : path;
    }
}
