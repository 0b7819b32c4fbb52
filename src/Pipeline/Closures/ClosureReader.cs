using System.Security.Cryptography;
using Mono.Cecil;
using Research.Numerics;

namespace Research.Pipeline.Closures;

/// <summary>Follows calls from roots until nothing new is reached (rapid type analysis: Bacon and Sweeney, OOPSLA 1996).</summary>
/// <remarks>Units are read once and serve every target.</remarks>
public sealed class ClosureReader(OwnCode code)
{
    private readonly Dictionary<MethodDefinition, CodeUnit> _units = [];
    private readonly Dictionary<TypeDefinition, (string Symbol, string Hash)> _shapes = [];
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

    private (string Symbol, string Hash) ShapeOf(TypeDefinition type)
    {
        if (!_shapes.TryGetValue(type, out (string Symbol, string Hash) shape))
        {
            shape = ($"type {new SymbolNames().Of(type)}", TypeShape.HashOf(type));
            _shapes.Add(type, shape);
        }

        return shape;
    }

    private sealed class Walk(ClosureReader reader)
    {
        private readonly Queue<MethodDefinition> _pending = [];
        private readonly HashSet<MethodDefinition> _methods = [];
        private readonly HashSet<MethodDefinition> _slots = [];
        private readonly List<MethodDefinition> _staticSlots = [];
        private readonly Dictionary<TypeDefinition, List<MethodDefinition>> _slotsOf = []; // by the type that declares them
        private readonly HashSet<TypeDefinition> _types = [];
        private readonly HashSet<TypeDefinition> _instances = [];
        private readonly Dictionary<TypeDefinition, List<TypeDefinition>> _instancesOf = []; // by each type that they can stand for
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

            foreach (TypeDefinition ancestor in reader._dispatch.FamilyOf(type))
            {
                Listed(_instancesOf, ancestor).Add(type);
                foreach (MethodDefinition slot in Listed(_slotsOf, ancestor))
                {
                    Each(reader._dispatch.Targets(slot, type), Method);
                }
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

        private static void Each<T>(IEnumerable<T> items, Action<T> body)
        {
            foreach (T item in items.ToArray())
            {
                body(item);
            }
        }

        private static List<T> Listed<T>(Dictionary<TypeDefinition, List<T>> lists, TypeDefinition type)
        {
            if (!lists.TryGetValue(type, out List<T>? list))
            {
                lists.Add(type, list = []);
            }

            return list;
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
                (string symbol, string hash) = reader.ShapeOf(type);
                Member(symbol, hash);
            }

            foreach (MethodDefinition method in type.Methods.Where(method => method.IsConstructor && method.IsStatic))
            {
                Method(method);
            }

            foreach (MethodDefinition method in type.Module.Types[0].Methods.Where(method => method.IsConstructor))
            {
                Method(method); // a module's initialiser
            }

            foreach (MethodDefinition slot in _staticSlots.ToArray())
            {
                Each(reader._dispatch.Targets(slot, type), Method);
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
            if (slot.IsStatic)
            {
                _staticSlots.Add(slot);
                Each(_types, type => Each(reader._dispatch.Targets(slot, type), Method));
            }
            else
            {
                Listed(_slotsOf, slot.DeclaringType).Add(slot);
                Each(Listed(_instancesOf, slot.DeclaringType), type => Each(reader._dispatch.Targets(slot, type), Method));
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
