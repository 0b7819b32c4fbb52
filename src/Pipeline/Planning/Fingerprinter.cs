using System.Reflection;
using Research.Numerics;
using Research.Pipeline.Closures;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Records;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Planning;

/// <summary>Computes the leaves of targets.</summary>
public sealed class Fingerprinter(DataInputs inputs, OwnCode code, ClosureCache closures)
{
    private static readonly Leaf Runtime = new("runtime", RuntimeFacts.Read());

    private readonly Dictionary<CodeClosure, (Leaf Code, Leaf Packages)> _leaves = [];
    private readonly Dictionary<CodeRoots, List<KnownClosure>> _closures = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Target, OwnSettings> _read = new(ReferenceEqualityComparer.Instance);

    /// <summary>Our assemblies by file name, and their digests.</summary>
    public IReadOnlyDictionary<string, string> Assemblies => closures.Assemblies;

    /// <summary>Reads the settings of targets that are to be described, on all cores: of thousands it is the most of the work.</summary>
    public void Prepare(IReadOnlyList<Target> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        OwnSettings?[] read = ParallelLoop.Select(targets.Count, i => Try(targets[i]));
        for (int i = 0; i < read.Length; i++)
        {
            if (read[i] is { } own)
            {
                _read[targets[i]] = own;
            }
        }
    }

    // What cannot be read is told when its target is described.
    private static OwnSettings? Try(Target target)
    {
        try
        {
            return OwnSettings.Of(target);
        }
        catch (ResearchException)
        {
            return null;
        }
    }

    /// <param name="target">What to describe.</param>
    /// <param name="upstream">Fingerprint ids of the targets upstream of it.</param>
    public Fingerprint Of(Target target, IReadOnlyDictionary<string, string> upstream)
    {
        OwnSettings own = _read.Remove(target, out OwnSettings? prepared) ? prepared : OwnSettings.Of(target);
        (Leaf codeLeaf, Leaf packages) = CodeOf(target, own.Reader);
        return new Fingerprint([
            new Leaf("data", target.Data(inputs)),
            new Leaf("upstream", upstream),
            own.Leaf,
            codeLeaf,
            packages,
            Runtime,
        ]);
    }

    /// <summary>The settings leaf alone, as a worker checks it.</summary>
    public static Leaf SettingsLeaf(Target target) => OwnSettings.Of(target).Leaf;

    /// <summary>Names of data, packages and assemblies of ours that are not what they were when the fingerprint was taken.</summary>
    public IReadOnlyList<string> ChangedSince(Target target, Fingerprint taken)
    {
        Leaf data = new("data", target.Data(inputs));
        IEnumerable<string> files = new Fingerprint([data, .. taken.Leaves.Skip(1)]).Since(taken).Select(change => change.Part);
        IEnumerable<string> packages = taken["packages"]
            .Parts.Where(part => Describe(part.Key) != part.Value)
            .Select(part => part.Key);
        IEnumerable<string> own = code.Files()
            .Where(path => closures.Assemblies.GetValueOrDefault(Path.GetFileName(path)) != inputs.Hashes.Of(path))
            .Select(path => Path.GetFileName(path));
        return [.. files, .. packages, .. own];
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

    private sealed record KnownClosure(HashSet<Type> Types, IReadOnlyList<MethodInfo> Delegates, CodeClosure Closure);

    /// <summary>The settings of a target as they were read, and their leaf.</summary>
    private sealed record OwnSettings(SettingsReader Reader, Leaf Leaf)
    {
        /// <exception cref="ResearchException">A setting has no lasting text.</exception>
        public static OwnSettings Of(Target target)
        {
            var reader = new SettingsReader();
            if (target.Settings is { } settings)
            {
                reader.Read(settings);
            }

            IReadOnlyDictionary<string, string> parts =
                target.MoreSettings.Count == 0 ? reader.Values
                : reader.Values.Count == 0 ? target.MoreSettings
                : reader.Values.Concat(target.MoreSettings).ToDictionary();
            return new OwnSettings(reader, new Leaf("settings", parts));
        }
    }
}
