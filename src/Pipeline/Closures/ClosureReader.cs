using System.Security.Cryptography;
using Mono.Cecil;
using Research.Numerics;

namespace Research.Pipeline.Closures;

/// <summary>Follows calls from roots until nothing new is reached (rapid type analysis: Bacon and Sweeney, OOPSLA 1996).</summary>
/// <remarks>Units are read once and serve every target.</remarks>
public sealed class ClosureReader(OwnCode code)
{
    private readonly Dictionary<MethodDefinition, CodeUnit> _units = [];
    private readonly Dispatch _dispatch = new(code);
    private readonly StaticState _state = new(code);

    /// <exception cref="ResearchException">A method that is reached uses reflection, 'dynamic', or input that no leaf holds.</exception>
    public CodeClosure Read(CodeRoots roots)
    {
        var walk = new Walk(this);
        foreach (Type type in roots.Instances)
        {
            if (code.IsOwn(type.Assembly.GetName().Name!))
            {
                walk.Instance(code.Find(type));
            }
        }

        foreach (System.Reflection.MethodBase root in roots.Methods)
        {
            walk.Method(code.Find(root));
        }

        return walk.Run();
    }

    private CodeUnit UnitOf(MethodDefinition method)
    {
        if (!_units.TryGetValue(method, out CodeUnit? unit))
        {
            unit = UnitScanner.Scan(code, method);
            _units.Add(method, unit);
        }

        return unit;
    }

    private sealed class Walk(ClosureReader reader)
    {
        private readonly Queue<MethodDefinition> _pending = [];
        private readonly HashSet<MethodDefinition> _methods = [];
        private readonly HashSet<MethodDefinition> _slots = [];
        private readonly HashSet<TypeDefinition> _types = [];
        private readonly HashSet<TypeDefinition> _instances = [];
        private readonly SortedDictionary<string, string> _members = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _constants = [];
        private readonly SortedSet<string> _packages = new(StringComparer.Ordinal);
        private readonly HashSet<FieldDefinition> _state = [];
        private bool _prints;
        private bool _readsResources;

        public CodeClosure Run()
        {
            while (_pending.TryDequeue(out MethodDefinition? method))
            {
                Add(reader.UnitOf(method));
            }

            foreach (
                ModuleDefinition module in _readsResources
                    ? [.. _types.Select(type => type.Module).Distinct()]
                    : Array.Empty<ModuleDefinition>()
            )
            {
                Resources(module);
            }

            foreach (FieldDefinition field in _state)
            {
                reader._state.Check(field, _methods);
            }

            return new CodeClosure(_members, [.. _packages]) { Constants = _constants };
        }

        public void Method(MethodDefinition method)
        {
            if (_methods.Add(method))
            {
                _pending.Enqueue(method);
                Type(method.DeclaringType);
            }
        }

        public void Instance(TypeDefinition type)
        {
            if (Generated.Is(type) || !_instances.Add(type))
            {
                return;
            }

            Type(type);
            foreach (MethodDefinition method in reader._dispatch.CalledByOthers(type))
            {
                Method(method);
            }

            foreach (MethodDefinition target in _slots.ToArray().SelectMany(slot => reader._dispatch.Targets(slot, type)))
            {
                Method(target);
            }

            if (_prints)
            {
                Print(type);
            }
        }

        private void Add(CodeUnit unit)
        {
            Member(unit.Symbol, unit.Hash);
            if (unit.Constants.Count > 0)
            {
                _constants.TryAdd(unit.Symbol, string.Join('\n', unit.Constants.Select(text => text.Replace('\n', ' '))));
            }

            Each(unit.Types, Type);
            Each(unit.Instances, Instance);
            Each(unit.Methods, Method);
            Each(unit.Slots, Slot);
            _readsResources |= unit.ReadsResources;
            _state.UnionWith(unit.State);
            _packages.UnionWith(unit.Packages);
            if (unit.PrintsObjects && !_prints)
            {
                _prints = true;
                Each(_instances, Print);
            }
        }

        // Two assemblies may use one name.
        private void Member(string symbol, string hash)
        {
            if (!_members.TryAdd(symbol, hash) && _members[symbol] != hash)
            {
                _members[symbol] = UnitScanner.Hash(
                    string.Concat(new[] { _members[symbol], hash }.Order(StringComparer.Ordinal))
                );
            }
        }

        private static void Each<T>(HashSet<T> items, Action<T> body)
        {
            foreach (T item in items.ToArray())
            {
                body(item);
            }
        }

        private void Print(TypeDefinition type)
        {
            foreach (MethodDefinition method in reader._dispatch.Printing(type))
            {
                Method(method);
            }
        }

        // A structure exists wherever it is named; whatever touches a type may run its static constructor.
        private void Type(TypeDefinition type)
        {
            if (!_types.Add(type))
            {
                return;
            }

            if (!Generated.Is(type))
            {
                Member($"type {new SymbolNames().Of(type)}", TypeShape.HashOf(type));
            }

            foreach (MethodDefinition method in type.Methods.Where(method => method.IsConstructor && method.IsStatic))
            {
                Method(method);
            }

            foreach (MethodDefinition method in type.Module.Types[0].Methods.Where(method => method.IsConstructor))
            {
                Method(method); // a module's initialiser
            }

            foreach (
                MethodDefinition target in _slots
                    .Where(slot => slot.IsStatic)
                    .ToArray()
                    .SelectMany(slot => reader._dispatch.Targets(slot, type))
            )
            {
                Method(target);
            }

            foreach (MethodDefinition method in reader._dispatch.StaticallyCalledByOthers(type))
            {
                Method(method);
            }

            if (type is { IsValueType: true, IsEnum: false })
            {
                Instance(type);
            }
        }

        private void Slot(MethodDefinition slot)
        {
            if (!_slots.Add(slot))
            {
                return;
            }

            // A static member of an interface needs no object.
            foreach (TypeDefinition type in (slot.IsStatic ? _types : _instances).ToArray())
            {
                Each([.. reader._dispatch.Targets(slot, type)], Method);
            }
        }

        private void Resources(ModuleDefinition module)
        {
            foreach (EmbeddedResource resource in module.Resources.OfType<EmbeddedResource>())
            {
                _members[$"resource {resource.Name}"] = Convert.ToHexStringLower(SHA256.HashData(resource.GetResourceData()))[
                    ..16
                ];
            }
        }
    }
}
