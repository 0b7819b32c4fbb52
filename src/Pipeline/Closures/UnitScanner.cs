using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Research.Numerics;

namespace Research.Pipeline.Closures;

/// <summary>Reads a method, and the generated code that belongs to it, into a unit.</summary>
internal sealed class UnitScanner
{
    private readonly OwnCode _code;
    private readonly SymbolNames _names;
    private readonly StringBuilder _text = new();
    private readonly Queue<IMemberDefinition> _generated = [];
    private readonly HashSet<MethodDefinition> _read = [];
    private readonly CodeUnit _found;
    private readonly MethodDefinition _method;
    private MethodBody? _body; // that is being read

    private UnitScanner(OwnCode code, MethodDefinition method)
    {
        (_code, _method) = (code, method);
        _names = new SymbolNames { Met = _generated.Enqueue };
        string symbol = Generated.Is(method)
            ? $"code in {Generated.Author(method.DeclaringType).FullName}"
            : new SymbolNames().Of(method);
        _found = new CodeUnit { Symbol = symbol };
    }

    /// <exception cref="ResearchException">It uses reflection or reads hidden input.</exception>
    public static CodeUnit Scan(OwnCode code, MethodDefinition method) => new UnitScanner(code, method).Scan();

    private CodeUnit Scan()
    {
        if (Generated.IsRecordMember(_method) && !Generated.Prints(_method))
        {
            RecordMember();
        }
        else
        {
            Read(_method);
            while (_generated.TryDequeue(out IMemberDefinition? member))
            {
                ReadGenerated(member);
            }
        }

        _found.Hash = Hash(_text.ToString());
        return _found;
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    // Equality and hash codes of a record mean the same in whatever order its members are declared.
    private void RecordMember()
    {
        IEnumerable<string> fields = _method
            .DeclaringType.Fields.Where(field => !field.IsStatic)
            .Select(field => _names.Of(field));
        _text.Append("record member over ").AppendJoin(' ', fields.Order(StringComparer.Ordinal));
        foreach (FieldDefinition field in _method.DeclaringType.Fields)
        {
            Mention(field.FieldType);
        }
    }

    // Lambdas and local functions are read where they are named; a state machine is driven through its interfaces, so all of it is.
    private void ReadGenerated(IMemberDefinition member)
    {
        switch (member)
        {
            case MethodDefinition method:
                Read(method);
                break;
            case TypeDefinition { HasInterfaces: true } type:
                foreach (MethodDefinition method in type.Methods.ToArray())
                {
                    Read(method);
                }

                break;
            default:
                break;
        }
    }

    private void Read(MethodDefinition method)
    {
        if (!_read.Add(method))
        {
            return;
        }

        _text.Append(_names.Of(method)).Append(' ').Append(method.IsStatic ? "static " : "").Append('\n');
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            Mention(parameter.ParameterType);
        }

        if (method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "UnsafeAccessorAttribute"))
        {
            throw new ResearchException(
                $"{new SymbolNames().Of(_method)} uses UnsafeAccessor: what that reaches cannot be seen in the code."
            );
        }

        if (method.PInvokeInfo is { } import)
        {
            _text.Append("imports ").Append(import.EntryPoint).Append(" of ").Append(import.Module.Name).Append('\n');
        }

        if (method.HasBody)
        {
            Body(method.Body);
        }
    }

    private void Body(MethodBody body)
    {
        _body = body;
        _text.Append(body.InitLocals ? "locals zeroed" : "locals");
        foreach (VariableDefinition local in body.Variables)
        {
            _text.Append(' ').Append(_names.Of(local.VariableType));
            Mention(local.VariableType);
        }

        _text.Append('\n');
        var index = new Dictionary<Instruction, int>();
        foreach (Instruction instruction in body.Instructions)
        {
            index[instruction] = index.Count;
        }

        foreach (Instruction instruction in body.Instructions)
        {
            _text.Append(instruction.OpCode.Name).Append(' ').Append(Operand(instruction, index)).Append('\n');
            if (Constants.Of(instruction) is { } constant)
            {
                _found.Constants.Add(constant);
            }
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            _text.Append(
                CultureInfo.InvariantCulture,
                $"{handler.HandlerType} {At(handler.TryStart, index)}-{At(handler.TryEnd, index)} "
            );
            _text.Append(CultureInfo.InvariantCulture, $"{At(handler.HandlerStart, index)}-{At(handler.HandlerEnd, index)} ");
            _text
                .Append(At(handler.FilterStart, index))
                .Append(handler.CatchType is { } type ? _names.Of(type) : "")
                .Append('\n');
        }
    }

    private static string At(Instruction? instruction, Dictionary<Instruction, int> index) =>
        instruction is null ? "end" : index[instruction].ToString(CultureInfo.InvariantCulture);

    private string Operand(Instruction instruction, Dictionary<Instruction, int> index) =>
        instruction.Operand switch
        {
            null => "",
            string text => $"\"{text.Length}:{text}\"",
            float number => BitConverter.SingleToInt32Bits(number).ToString("x8", CultureInfo.InvariantCulture),
            double number => BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture),
            Instruction target => "to " + At(target, index),
            Instruction[] targets => "to " + string.Join(' ', targets.Select(target => At(target, index))),
            VariableDefinition local => $"local {local.Index}",
            ParameterDefinition parameter => $"argument {parameter.Sequence}",
            MethodReference method => Method(instruction, method),
            FieldReference field => Field(field),
            TypeReference type => Type(instruction, type),
            CallSite site =>
                $"{_names.Of(site.ReturnType)}({string.Join(',', site.Parameters.Select(p => _names.Of(p.ParameterType)))})",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            { } other => throw new InvalidOperationException($"An operand of {other.GetType().Name} is not known."),
        };

    private string Type(Instruction instruction, TypeReference type)
    {
        Mention(type);
        if (instruction.OpCode.Code is Code.Box && _code.Own(type) is { IsValueType: true, IsEnum: false })
        {
            _found.PrintsObjects = true;
        }

        return _names.Of(type);
    }

    private string Field(FieldReference field)
    {
        Mention(field.DeclaringType);
        Mention(field.FieldType);
        FieldDefinition? definition = _code.IsOwn(field.DeclaringType) ? field.Resolve() : null;
        if (
            definition is { IsStatic: true, IsInitOnly: false, HasConstant: false, HasFieldRVA: false }
            && !Generated.Is(definition)
        )
        {
            _found.State.Add(definition);
        }

        byte[] data = definition?.InitialValue ?? [];
        bool threads =
            definition?.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ThreadStaticAttribute") == true;
        return _names.Of(field)
            + (threads ? " a thread" : "")
            + (data.Length > 0 ? " " + Convert.ToHexStringLower(SHA256.HashData(data)) : "");
    }

    private string Method(Instruction instruction, MethodReference method)
    {
        if (_code.Own(method) is { } marked && StaticState.ShowsInNoResult(marked))
        {
            return _names.Of(method); // it registers what no result can tell, such as a device of the same bits
        }

        Mention(method.DeclaringType);
        foreach (TypeReference argument in (method as GenericInstanceMethod)?.GenericArguments ?? [])
        {
            Mention(argument);
        }

        if (_code.Own(method) is { } definition)
        {
            Own(instruction, definition);
        }
        else if (!_code.IsOwn(method.DeclaringType))
        {
            Foreign(instruction, method);
        }

        return _names.Of(method);
    }

    private void Own(Instruction instruction, MethodDefinition method)
    {
        if (!Generated.Is(method))
        {
            _found.Methods.Add(method);
        }

        bool dispatched =
            instruction.OpCode.Code is Code.Callvirt or Code.Ldvirtftn || instruction.Previous?.OpCode.Code is Code.Constrained;
        if (method.IsVirtual && dispatched)
        {
            _found.Slots.Add(method);
        }

        if (instruction.OpCode.Code is Code.Newobj && !Generated.Is(method.DeclaringType))
        {
            _found.Instances.Add(method.DeclaringType);
        }
    }

    private void Foreign(Instruction instruction, MethodReference method)
    {
        bool declared = DeclaredTypes.AreFoundBy(_method) || (OwnFields.Are(_method) && Forbidden.ReadsFields(method));
        if (!declared && Forbidden.Reason(method) is { } reason)
        {
            throw new ResearchException(
                $"{new SymbolNames().Of(_method)} {reason}: what that reaches cannot be seen in the code, so a change there would be missed. "
                    + "Call what you mean directly, or pass it in as a setting."
            );
        }

        foreach (TypeDefinition made in ExternalReferences.Makes(_code, method))
        {
            _found.Instances.Add(made);
            _found.Methods.UnionWith(
                made.Methods.Where(own => own is { IsConstructor: true, IsStatic: false, HasParameters: false })
            );
        }

        if (Forbidden.ReadsResources(method))
        {
            _found.ReadsResources = true;
        }

        if (_code.IsPackage(OwnCode.ScopeOf(method.DeclaringType)))
        {
            _found.Packages.Add(OwnCode.ScopeOf(method.DeclaringType));
        }

        _found.PrintsObjects |= Printing.MayPrint(_code, _body!, instruction, method);
    }

    private void Mention(TypeReference type)
    {
        switch (type)
        {
            case GenericInstanceType generic:
                foreach (TypeReference argument in generic.GenericArguments)
                {
                    Mention(argument);
                }

                Mention(generic.ElementType);
                break;
            case FunctionPointerType pointer: // of no type of its own: what it takes and returns
                Mention(pointer.ReturnType);
                foreach (ParameterDefinition parameter in pointer.Parameters)
                {
                    Mention(parameter.ParameterType);
                }

                break;
            case TypeSpecification specification:
                Mention(specification.ElementType);
                break;
            default:
                if (_code.Own(type) is { } own && !Generated.Is(own))
                {
                    _found.Types.Add(own);
                }
                else if (_code.IsPackage(OwnCode.ScopeOf(type)))
                {
                    _found.Packages.Add(OwnCode.ScopeOf(type));
                }

                break;
        }
    }
}
