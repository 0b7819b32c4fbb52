using System.Collections.Concurrent;
using System.Reflection;
using Mono.Cecil;
using Research.Numerics;

namespace Research.Pipeline.Closures;

/// <summary>The assemblies that we wrote, as the compiler left them, beside those of packages and of the framework.</summary>
/// <remarks>Ours are the catalogue's assembly and every Research.*; the framework's lie where the runtime lies; the rest are packages.</remarks>
public sealed class OwnCode : IDisposable
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly string _catalogue;
    private readonly ByName _resolver = new();
    private readonly ConcurrentDictionary<string, bool> _packages = [];
    private readonly Func<string, bool> _isBundled;

    /// <param name="catalogue">Path of the assembly that lists the studies.</param>
    public OwnCode(string catalogue)
        : this(catalogue, BundledFramework.Has) { }

    /// <param name="catalogue">As above.</param>
    /// <param name="isBundled">Whether an assembly beside ours is a part of the framework.</param>
    internal OwnCode(string catalogue, Func<string, bool> isBundled)
    {
        (_catalogue, _isBundled) = (catalogue, isBundled);
        Folders = [.. new[] { Path.GetDirectoryName(catalogue)!, AppContext.BaseDirectory.TrimEnd('/', '\\') }.Distinct()];
        foreach (string folder in _resolver.GetSearchDirectories())
        {
            _resolver.RemoveSearchDirectory(folder);
        }

        foreach (string folder in Folders.Append(Framework))
        {
            _resolver.AddSearchDirectory(folder);
        }
    }

    /// <summary>Where assemblies are looked for, the framework's folder aside.</summary>
    public IReadOnlyList<string> Folders { get; }

    public void Dispose() => _resolver.Dispose();

    /// <summary>Files of every assembly that is or may be ours.</summary>
    public IReadOnlyList<string> Files() =>
        [
            .. Folders
                .SelectMany(folder => Directory.EnumerateFiles(folder, "Research.*.dll"))
                .Append(_catalogue)
                .DistinctBy(Path.GetFileName)
                .OrderBy(Path.GetFileName, StringComparer.Ordinal),
        ];

    public bool IsOwn(string assembly) =>
        assembly.StartsWith("Research.", StringComparison.Ordinal) || assembly == Path.GetFileNameWithoutExtension(_catalogue);

    /// <summary>Path of a package's assembly; null where the name is the framework's, or the file is gone.</summary>
    public string? PackageFile(string assembly) =>
        Folders.Select(folder => Path.Combine(folder, assembly + ".dll")).FirstOrDefault(File.Exists) is { } path
        && !IsOwn(assembly)
        && !_isBundled(assembly)
            ? path
            : null;

    /// <summary>Whether it was a package's when it was first asked for: a scan asks at every call.</summary>
    internal bool IsPackage(string assembly) => _packages.GetOrAdd(assembly, name => PackageFile(name) is not null);

    internal IEnumerable<ModuleDefinition> Modules() =>
        Files()
            .Select(path =>
                _resolver
                    .Resolve(new AssemblyNameReference(Path.GetFileNameWithoutExtension(path), new Version(0, 0, 0, 0)))
                    .MainModule
            );

    internal bool IsOwn(TypeReference type) => IsOwn(ScopeOf(type));

    /// <summary>The definition, if it is ours.</summary>
    internal TypeDefinition? Own(TypeReference? type) =>
        type is not null and not GenericParameter && IsOwn(type.GetElementType()) ? type.Resolve() : null;

    internal MethodDefinition? Own(MethodReference method) =>
        IsOwn(method.DeclaringType) && !method.DeclaringType.IsArray ? method.Resolve() : null;

    internal MethodDefinition Find(MethodBase method) =>
        (MethodDefinition)Module(method.Module).LookupToken(method.MetadataToken);

    internal TypeDefinition Find(Type type) =>
        (TypeDefinition)
            Module((type.IsGenericType ? type.GetGenericTypeDefinition() : type).Module)
                .LookupToken((type.IsGenericType ? type.GetGenericTypeDefinition() : type).MetadataToken);

    internal static string ScopeOf(TypeReference type) =>
        type.GetElementType().Scope switch
        {
            ModuleDefinition module => module.Assembly.Name.Name,
            AssemblyNameReference assembly => assembly.Name,
            { } other => other.Name,
            null => "",
        };

    private ModuleDefinition Module(Module module)
    {
        string name = module.Assembly.GetName().Name!;
        return IsOwn(name)
            ? _resolver.Resolve(new AssemblyNameReference(name, new Version(0, 0, 0, 0))).MainModule
            : throw new ResearchException($"{name} is no assembly of the package, so its code has no leaf of its own.");
    }

    // One definition an assembly, whichever version a reference names.
    private sealed class ByName : BaseAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> _read = [];

        public override AssemblyDefinition Resolve(AssemblyNameReference name)
        {
            if (!_read.TryGetValue(name.Name, out AssemblyDefinition? assembly))
            {
                assembly = Resolve(name, new ReaderParameters { AssemblyResolver = this });
                _read.Add(name.Name, assembly);
            }

            return assembly;
        }

        protected override void Dispose(bool disposing)
        {
            foreach (AssemblyDefinition assembly in _read.Values)
            {
                assembly.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
