using System.Reflection;
using Research.Pipeline.Closures;
using Research.Pipeline.Engines;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Records;
using Research.Pipeline.Targets;
using Research.Results.Folders;

namespace Research.Pipeline.Planning;

/// <summary>Computes the leaves of targets.</summary>
public sealed class Fingerprinter(DataInputs inputs, OwnCode code, ClosureCache closures)
{
    private static readonly Leaf Runtime = new("runtime", RuntimeFacts.Read());
    private static readonly Leaf NoData = Leaf.Empty("data");

    private readonly Lazy<Leaf> _libtorch = new(() =>
        new Leaf("runtime", Runtime.Parts.Concat(LibtorchFacts.Read(code, inputs.Hashes)).ToDictionary())
    );
    private Leaf _lastUpstream = Leaf.Empty("upstream");
    private readonly Dictionary<CodeClosure, (Leaf Code, Leaf Packages)> _leaves = [];
    private readonly Dictionary<CodeRoots, List<KnownClosure>> _closures = new(ReferenceEqualityComparer.Instance);

    /// <summary>Our assemblies by file name, and their digests.</summary>
    public IReadOnlyDictionary<string, string> Assemblies => closures.Assemblies;

    /// <param name="target">What to describe.</param>
    /// <param name="upstream">Fingerprint ids of the targets upstream of it.</param>
    public Fingerprint Of(Target target, IReadOnlyDictionary<string, string> upstream) => Of(target, upstream, Read(target));

    /// <param name="target">What to describe.</param>
    /// <param name="upstream">Fingerprint ids of the targets upstream of it.</param>
    /// <param name="read">Its settings, as <see cref="Read"/> gave them.</param>
    internal Fingerprint Of(Target target, IReadOnlyDictionary<string, string> upstream, ReadSettings read)
    {
        (SettingsReader settings, Leaf settingsLeaf) = read;
        (Leaf codeLeaf, Leaf packages) = CodeOf(target, settings);
        return new Fingerprint([
            DataOf(target),
            UpstreamLeaf(upstream),
            settingsLeaf,
            codeLeaf,
            packages,
            packages.Parts.ContainsKey(LibtorchFacts.Package) ? _libtorch.Value : Runtime,
        ]);
    }

    /// <summary>The settings of a target: they depend on nothing else, so several threads may read those of several targets.</summary>
    internal static ReadSettings Read(Target target)
    {
        SettingsReader settings = SettingsOf(target);
        return new(settings, SettingsLeaf(target, settings));
    }

    /// <summary>The settings leaf alone, as a worker checks it.</summary>
    public static Leaf SettingsLeaf(Target target) => SettingsLeaf(target, SettingsOf(target));

    /// <summary>Names of data, packages and assemblies of ours that are not what they were when the fingerprint was taken.</summary>
    public IReadOnlyList<string> ChangedSince(Target target, Fingerprint taken)
    {
        Leaf data = DataOf(target);
        IEnumerable<string> files = new Fingerprint([data, .. taken.Leaves.Skip(1)]).Since(taken).Select(change => change.Part);
        IEnumerable<string> packages = taken["packages"]
            .Parts.Where(part => Describe(part.Key) != part.Value)
            .Select(part => part.Key);
        IEnumerable<string> own = code.Files()
            .Where(path => closures.Assemblies.GetValueOrDefault(Path.GetFileName(path)) != inputs.Hashes.Of(path))
            .Select(path => Path.GetFileName(path));
        return [.. files, .. packages, .. own];
    }

    private Leaf DataOf(Target target) => target.Data(inputs) is { Count: > 0 } parts ? new Leaf(NoData.Name, parts) : NoData;

    // Thousands of trials, one after another, read the same.
    private Leaf UpstreamLeaf(IReadOnlyDictionary<string, string> upstream)
    {
        Leaf last = _lastUpstream;
        if (upstream.Count != last.Parts.Count || upstream.Any(part => last.Parts.GetValueOrDefault(part.Key) != part.Value))
        {
            last = new Leaf("upstream", upstream);
            _lastUpstream = last;
        }

        return last;
    }

    // Settings do not change, so their values are read again when they are asked for: those of thousands of trials are not kept.
    private static Leaf SettingsLeaf(Target target, SettingsReader settings) =>
        target.MoreSettings.Count == 0 ? new("settings", LeafParts.DigestOf(settings.Values), () => SettingsOf(target).Values)
        : settings.Values.Count == 0 ? new("settings", target.MoreSettings)
        : new("settings", settings.Values.Concat(target.MoreSettings).ToDictionary());

    private static SettingsReader SettingsOf(Target target)
    {
        var reader = new SettingsReader();
        if (target.Settings is { } settings)
        {
            reader.Read(settings);
        }

        return reader;
    }

    private (Leaf Code, Leaf Packages) CodeOf(Target target, SettingsReader settings)
    {
        CodeClosure closure = ClosureOf(target, settings);
        if (!_leaves.TryGetValue(closure, out (Leaf, Leaf) leaves))
        {
            leaves = (
                closure.Digest is { } digest
                    ? new Leaf("code", digest, () => closure.Members)
                    : new Leaf("code", closure.Members),
                new Leaf("packages", closure.Packages.ToDictionary(name => name, Describe))
            );
            _leaves.Add(closure, leaves);
        }

        return leaves;
    }

    // Thousands of targets of one type, whose settings hold the same types, have one closure; it is found without making a text of all those.
    private CodeClosure ClosureOf(Target target, SettingsReader settings)
    {
        CodeRoots roots = target.Roots;
        if (!_closures.TryGetValue(roots, out List<KnownClosure>? known))
        {
            _closures.Add(roots, known = []);
        }

        foreach (KnownClosure one in known)
        {
            if (one.Types.SetEquals(settings.Types) && one.Delegates.SequenceEqual(settings.Delegates))
            {
                return one.Closure;
            }
        }

        CodeClosure closure = closures.Of(
            new CodeRoots([.. roots.Methods, .. settings.Delegates], [.. roots.Instances, .. settings.Types])
        );
        known.Add(new KnownClosure([.. settings.Types], settings.Delegates, closure));
        return closure;
    }

    private string Describe(string package) =>
        code.PackageFile(package) is { } file
            ? $"{AssemblyName.GetAssemblyName(file).Version} {inputs.Hashes.Of(file)[..16]}"
            : "gone";

    /// <summary>A target's settings, and their leaf.</summary>
    internal readonly record struct ReadSettings(SettingsReader Settings, Leaf Leaf);

    private sealed record KnownClosure(HashSet<Type> Types, IReadOnlyList<MethodInfo> Delegates, CodeClosure Closure);
}
