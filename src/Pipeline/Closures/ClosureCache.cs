using System.Security.Cryptography;
using System.Text;
using Mono.Cecil;
using Research.Data.Store;
using Research.Pipeline.Fingerprints;

namespace Research.Pipeline.Closures;

/// <summary>Closures, remembered for as long as none of our assemblies changes by a byte.</summary>
public sealed class ClosureCache : IDisposable
{
    private readonly string _folder;
    private readonly OwnCode _code;
    private readonly Lazy<ClosureReader> _reader;
    private readonly Dictionary<string, RememberedClosure> _known = [];
    private readonly string _state;

    /// <param name="folder">Where closures are kept.</param>
    /// <param name="code">Our assemblies.</param>
    /// <param name="hashes">Remembered hashes of files.</param>
    public ClosureCache(string folder, OwnCode code, FileHashes hashes)
    {
        (_folder, _code) = (folder, code);
        _reader = new(() => new ClosureReader(code));
        Assemblies = code.Files().ToDictionary(path => Path.GetFileName(path), hashes.Of);
        _state = string.Join('\n', Assemblies.Select(file => $"{file.Key} {file.Value}"));
    }

    /// <summary>Our assemblies by file name, and their digests.</summary>
    public IReadOnlyDictionary<string, string> Assemblies { get; }

    public void Dispose() => _code.Dispose();

    /// <exception cref="Numerics.ResearchException">The code uses reflection, 'dynamic', or input that no leaf holds.</exception>
    public RememberedClosure Of(CodeRoots roots)
    {
        string identity = roots.Identity;
        if (!_known.TryGetValue(identity, out RememberedClosure? closure))
        {
            string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Format}\n{_state}\n\n{roots.Key}")));
            string path = Path.Combine(_folder, key[..2], key);
            closure = ClosureFile.Load(path) ?? Compute(roots, path);
            _known.Add(identity, closure);
        }

        return closure;
    }

    // Changes whenever what a closure says changes.
    private const string Format = "closure 6";

    private RememberedClosure Compute(CodeRoots roots, string path)
    {
        CodeClosure direct = _reader.Value.Read(roots);
        CodeClosure closure = direct with { Packages = WithTheirOwn(direct.Packages) };
        ClosureFile.Save(path, closure);
        return new RememberedClosure(new Leaf(ClosureFile.LeafName, closure.Members), closure.Packages);
    }

    // A package may call other packages.
    private List<string> WithTheirOwn(IReadOnlyList<string> packages)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>(packages);
        while (pending.TryDequeue(out string? name))
        {
            if (_code.PackageFile(name) is not { } file || !found.Add(name))
            {
                continue;
            }

            using var module = ModuleDefinition.ReadModule(file);
            foreach (AssemblyNameReference reference in module.AssemblyReferences)
            {
                pending.Enqueue(reference.Name);
            }
        }

        return [.. found];
    }
}
