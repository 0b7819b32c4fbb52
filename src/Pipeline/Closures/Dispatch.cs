using Mono.Cecil;

namespace Research.Pipeline.Closures;

/// <summary>Which methods a virtual call may land in: by name and number of parameters, in every type that the code makes objects of.</summary>
/// <remarks>Wider than the runtime on purpose: overloads of one length are not told apart.</remarks>
internal sealed class Dispatch(OwnCode code)
{
    private readonly Dictionary<TypeDefinition, HashSet<TypeDefinition>> _families = [];
    private readonly Dictionary<(MethodDefinition, TypeDefinition), MethodDefinition[]> _targets = [];
    private readonly Dictionary<TypeDefinition, MethodDefinition[]> _called = [];
    private readonly Dictionary<TypeDefinition, MethodDefinition[]> _staticallyCalled = [];

    /// <summary>Methods of the type, and of its bases, that a call of that slot may reach on an object of the type.</summary>
    public MethodDefinition[] Targets(MethodDefinition slot, TypeDefinition type) =>
        FamilyOf(type).Contains(slot.DeclaringType) ? Once(_targets, (slot, type), FindTargets) : [];

    /// <summary>Methods of the type's family that the framework may call on an object of the type.</summary>
    public MethodDefinition[] CalledByOthers(TypeDefinition type) => Once(_called, type, FindCalled);

    /// <summary>Static methods of the type that implement members of the framework's interfaces: they need no object.</summary>
    public MethodDefinition[] StaticallyCalledByOthers(TypeDefinition type) =>
        Once(_staticallyCalled, type, FindStaticallyCalled);

    /// <summary>The type, its bases and their interfaces, as far as they are ours: what an object of the type can stand for.</summary>
    public IReadOnlySet<TypeDefinition> FamilyOf(TypeDefinition type)
    {
        if (!_families.TryGetValue(type, out HashSet<TypeDefinition>? family))
        {
            family = [];
            Collect(type, family);
            _families.Add(type, family);
        }

        return family;
    }

    // Every closure asks the same; the answers are the assemblies'.
    private static MethodDefinition[] Once<TKey>(
        Dictionary<TKey, MethodDefinition[]> answers,
        TKey key,
        Func<TKey, IEnumerable<MethodDefinition>> find
    )
        where TKey : notnull
    {
        if (!answers.TryGetValue(key, out MethodDefinition[]? found))
        {
            found = [.. find(key)];
            answers.Add(key, found);
        }

        return found;
    }

    // Interfaces too: they may implement, or implement anew, what another declares.
    private IEnumerable<MethodDefinition> FindTargets((MethodDefinition Slot, TypeDefinition Type) call) =>
        FamilyOf(call.Type).SelectMany(ancestor => ancestor.Methods).Where(method => Suits(method, call.Slot));

    private IEnumerable<MethodDefinition> FindCalled(TypeDefinition type)
    {
        MethodReference[] slots = [.. Lineage(type).SelectMany(ForeignSlots)];
        foreach (MethodDefinition method in FamilyOf(type).SelectMany(relative => relative.Methods))
        {
            // What an author writes of a record's own parts is called by the parts that are generated.
            bool part = method.Name is "PrintMembers" or "get_EqualityContract" && !Generated.IsRecordMember(method);
            if (part || (method.IsVirtual && !Generated.Prints(method) && slots.Any(slot => Suits(method, slot))))
            {
                yield return method;
            }
        }
    }

    private IEnumerable<MethodDefinition> FindStaticallyCalled(TypeDefinition type)
    {
        MethodDefinition[] own = [.. type.Methods.Where(method => method.IsStatic && !method.IsConstructor)];
        if (own.Length == 0 || !type.HasInterfaces)
        {
            return [];
        }

        MethodReference[] slots = [.. ForeignSlots(type).Where(slot => slot.Resolve() is { IsStatic: true })];
        return own.Where(method => slots.Any(slot => Suits(method, slot)));
    }

    /// <summary>The record's own printing, which counts only where something may print it.</summary>
    public IEnumerable<MethodDefinition> Printing(TypeDefinition type) =>
        Lineage(type).SelectMany(ancestor => ancestor.Methods).Where(Generated.Prints);

    private static bool Suits(MethodDefinition method, MethodReference slot) =>
        (method.IsVirtual || (method.IsStatic && slot.Resolve() is { IsStatic: true }))
        && method.Parameters.Count == slot.Parameters.Count
        && (method.Name == slot.Name || method.Overrides.Any(explicitly => explicitly.Name == slot.Name));

    private IEnumerable<TypeDefinition> Lineage(TypeDefinition type)
    {
        for (TypeDefinition? ancestor = type; ancestor is not null; ancestor = code.Own(ancestor.BaseType))
        {
            yield return ancestor;
        }
    }

    private static readonly Dictionary<string, MethodReference[]> Foreign = [];

    // Virtual methods of a foreign base, and all methods of foreign interfaces, which may have bases of their own.
    private IEnumerable<MethodReference> ForeignSlots(TypeDefinition type)
    {
        if (type.BaseType is { } @base && code.Own(@base) is null)
        {
            foreach (MethodReference slot in SlotsOf(@base))
            {
                yield return slot;
            }
        }

        foreach (TypeReference item in type.Interfaces.Select(item => item.InterfaceType))
        {
            if (code.Own(item) is { } own)
            {
                foreach (MethodReference slot in ForeignSlots(own))
                {
                    yield return slot;
                }
            }
            else
            {
                foreach (MethodReference slot in SlotsOf(item))
                {
                    yield return slot;
                }
            }
        }
    }

    private static MethodReference[] SlotsOf(TypeReference type)
    {
        string name = type.GetElementType().FullName;
        if (!Foreign.TryGetValue(name, out MethodReference[]? slots))
        {
            TypeDefinition? definition = type.Resolve();
            IEnumerable<MethodReference> own = definition?.Methods.Where(method => method.IsVirtual) ?? [];
            IEnumerable<MethodReference> below =
                definition is null ? []
                : definition.IsInterface ? definition.Interfaces.SelectMany(item => SlotsOf(item.InterfaceType))
                : definition.BaseType is { } @base ? SlotsOf(@base)
                : [];
            slots = [.. own, .. below];
            Foreign[name] = slots;
        }

        return slots;
    }

    private void Collect(TypeDefinition? type, HashSet<TypeDefinition> family)
    {
        if (type is null || !family.Add(type))
        {
            return;
        }

        Collect(code.Own(type.BaseType), family);
        foreach (InterfaceImplementation item in type.Interfaces)
        {
            Collect(code.Own(item.InterfaceType), family);
        }
    }
}
