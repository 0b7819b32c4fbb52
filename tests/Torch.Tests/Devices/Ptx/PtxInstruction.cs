using System.Reflection.Emit;

namespace Research.Torch.Tests.Devices.Ptx;

/// <summary>One instruction as the runtime's code. Parts are the instruction's name split at the dots.</summary>
internal sealed class PtxInstruction(ILGenerator il, PtxOperands operands, string[] parts, string[] given)
{
    private string Type => parts[^1];

    private PtxClass Kind => ClassOf(Type);

    private bool Unsigned => Type[0] == 'u';

    /// <summary>False for an instruction that the machine does not have.</summary>
    public bool Translate() =>
        parts[0] switch
        {
            "ld" or "st" => Memory(),
            "mov" when given[0][0] == '{' => Halves(),
            "mov" when given[1][0] == '{' => Whole(),
            "mov" => Pass(given[1]),
            "cvt" => PtxConversion.Translate(il, operands, string.Join('.', parts), given),
            "setp" => parts.Length == 3 && Compare(),
            "selp" => Select(),
            "add" or "sub" or "mul" or "div" or "fma" or "mad" or "rem" or "min" or "max" => Arithmetic(),
            "and" or "or" or "xor" or "not" or "neg" or "abs" or "shl" or "shr" or "clz" or "sqrt" or "rcp" => Bitwise(),
            _ => false,
        };

    private bool Pass(string source)
    {
        PtxClass kind = operands.ClassOf(given[0]);
        operands.Push(source, kind);
        operands.Pop(given[0], kind);
        return true;
    }

    // A long register taken apart; clang throws one half away.
    private bool Halves()
    {
        string[] halves = given[0].Trim('{', '}').Split(',', StringSplitOptions.TrimEntries);
        for (int half = 0; half < halves.Length; half++)
        {
            operands.Push(given[1], PtxClass.Long);
            il.Emit(OpCodes.Ldc_I4, 32 * half);
            il.Emit(OpCodes.Shr_Un);
            il.Emit(OpCodes.Conv_I4);
            operands.Pop(halves[half], PtxClass.Word);
        }

        return halves.Length == 2 && Type == "b64";
    }

    private bool Whole()
    {
        string[] halves = given[1].Trim('{', '}').Split(',', StringSplitOptions.TrimEntries);
        for (int half = 0; half < halves.Length; half++)
        {
            operands.Push(halves[half], PtxClass.Word);
            il.Emit(OpCodes.Conv_U8);
            il.Emit(OpCodes.Ldc_I4, 32 * half);
            il.Emit(OpCodes.Shl);
        }

        il.Emit(OpCodes.Or);
        operands.Pop(given[0], PtxClass.Long);
        return halves.Length == 2 && Type == "b64";
    }

    private bool Memory()
    {
        bool isVector = parts[^2] is "v2" or "v4";
        string space = parts[1];
        if (space is not ("param" or "global" or "shared" or "const"))
        {
            return false;
        }

        bool isLoad = parts[0] == "ld";
        string value = isLoad ? given[0] : given[1];
        string address = isLoad ? given[1] : given[0];
        string[] values = isVector ? value.Trim('{', '}').Split(',', StringSplitOptions.TrimEntries) : [value];
        int size = int.Parse(Type[1..], PtxModule.Invariant) / 8;
        for (int i = 0; i < values.Length; i++)
        {
            operands.Address(address);
            il.Emit(OpCodes.Ldc_I4, i * size);
            il.Emit(OpCodes.Add);
            if (isLoad)
            {
                il.Emit(Load());
                Widened(values[i]);
            }
            else
            {
                operands.Push(values[i], Type is "u8" or "s8" ? PtxClass.Half : Kind);
                il.Emit(Store());
            }
        }

        return true;
    }

    // A register may be wider than what is loaded.
    private void Widened(string register)
    {
        PtxClass kind = Type is "u8" or "s8" or "b8" ? PtxClass.Half : Kind;
        PtxClass wanted = operands.ClassOf(register);
        if (kind is PtxClass.Half or PtxClass.Word && wanted == PtxClass.Long)
        {
            il.Emit(Type[0] == 's' ? OpCodes.Conv_I8 : OpCodes.Conv_U8);
            kind = PtxClass.Long;
        }

        operands.Pop(register, kind);
    }

    private OpCode Load() =>
        Type switch
        {
            "f32" => OpCodes.Ldind_R4,
            "f64" => OpCodes.Ldind_R8,
            "u8" or "b8" => OpCodes.Ldind_U1,
            "u16" or "b16" => OpCodes.Ldind_U2,
            "u32" or "b32" or "s32" => OpCodes.Ldind_I4,
            "u64" or "b64" or "s64" => OpCodes.Ldind_I8,
            _ => throw new NotSupportedException($"The machine cannot load .{Type}."),
        };

    private OpCode Store() =>
        Type switch
        {
            "f32" => OpCodes.Stind_R4,
            "f64" => OpCodes.Stind_R8,
            "u8" or "b8" => OpCodes.Stind_I1,
            "u16" or "b16" => OpCodes.Stind_I2,
            "u32" or "b32" or "s32" => OpCodes.Stind_I4,
            "u64" or "b64" or "s64" => OpCodes.Stind_I8,
            _ => throw new NotSupportedException($"The machine cannot store .{Type}."),
        };

    private bool Compare()
    {
        operands.Push(given[1], Kind);
        operands.Push(given[2], Kind);
        bool isFloat = Kind is PtxClass.Single or PtxClass.Double;
        if (isFloat && parts[1] is "num" or "nan" or "ne" or "equ" && isFloat)
        {
            Call(
                $"{char.ToUpperInvariant(parts[1][0])}{parts[1][1..]}",
                Kind == PtxClass.Single ? typeof(float) : typeof(double)
            );
        }
        else if (!Relation(isFloat))
        {
            return false;
        }

        operands.Pop(given[0], PtxClass.Predicate);
        return true;
    }

    // Relations of floats are false where an operand is NaN, and those that end in u are true.
    private bool Relation(bool isFloat)
    {
        bool unordered = isFloat ? parts[1].Length == 3 : Unsigned;
        string relation = isFloat && unordered ? parts[1][..2] : parts[1];
        (OpCode code, bool negated)? found = relation switch
        {
            "eq" => (OpCodes.Ceq, false),
            "ne" => (OpCodes.Ceq, true),
            "lt" => (unordered ? OpCodes.Clt_Un : OpCodes.Clt, false),
            "gt" => (unordered ? OpCodes.Cgt_Un : OpCodes.Cgt, false),
            "le" => (unordered ^ isFloat ? OpCodes.Cgt_Un : OpCodes.Cgt, true),
            "ge" => (unordered ^ isFloat ? OpCodes.Clt_Un : OpCodes.Clt, true),
            _ => null,
        };
        if (found is not { } opcode)
        {
            return false;
        }

        il.Emit(opcode.code);
        if (opcode.negated)
        {
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Ceq);
        }

        return true;
    }

    private bool Select()
    {
        (Label other, Label end) = (il.DefineLabel(), il.DefineLabel());
        operands.Push(given[3], PtxClass.Predicate);
        il.Emit(OpCodes.Brfalse, other);
        Pass(given[1]);
        il.Emit(OpCodes.Br, end);
        il.MarkLabel(other);
        Pass(given[2]);
        il.MarkLabel(end);
        return true;
    }

    private bool Arithmetic()
    {
        string form = string.Join('.', parts[..^1]);
        bool isFloat = Kind is PtxClass.Single or PtxClass.Double;
        if (form == "mul.wide")
        {
            return Wide();
        }

        foreach (string operand in given[1..])
        {
            operands.Push(operand, Kind);
        }

        switch (form)
        {
            case "add.rn" or "sub.rn" or "mul.rn" or "div.rn" when isFloat:
                il.Emit(
                    parts[0] switch
                    {
                        "add" => OpCodes.Add,
                        "sub" => OpCodes.Sub,
                        "mul" => OpCodes.Mul,
                        _ => OpCodes.Div,
                    }
                );
                il.Emit(Kind == PtxClass.Single ? OpCodes.Conv_R4 : OpCodes.Conv_R8);
                break;
            case "fma.rn" when Kind == PtxClass.Single:
                il.Emit(
                    OpCodes.Call,
                    typeof(Numerics.Fused).GetMethod("MultiplyAdd", [typeof(float), typeof(float), typeof(float)])!
                );
                break;
            case "add" when !isFloat:
                il.Emit(OpCodes.Add);
                break;
            case "sub" when !isFloat:
                il.Emit(OpCodes.Sub);
                break;
            case "mul.lo":
                il.Emit(OpCodes.Mul);
                break;
            case "mul.hi":
                Call("High", Unsigned ? typeof(ulong) : typeof(long));
                break;
            case "mad.lo": // the addend lies on top
                Call("MultiplyAdd", Kind == PtxClass.Word ? typeof(int) : typeof(long));
                break;
            case "div" when !isFloat:
                il.Emit(Unsigned ? OpCodes.Div_Un : OpCodes.Div);
                break;
            case "rem":
                il.Emit(Unsigned ? OpCodes.Rem_Un : OpCodes.Rem);
                break;
            case "min" or "max":
                Call(form == "min" ? "Least" : "Most", Clr());
                break;
            default:
                return false;
        }

        if (Kind == PtxClass.Half)
        {
            il.Emit(OpCodes.Conv_U2);
        }

        operands.Pop(given[0], Kind);
        return true;
    }

    private bool Wide()
    {
        if (Kind != PtxClass.Word)
        {
            return false;
        }

        foreach (string operand in given[1..])
        {
            operands.Push(operand, Kind);
            il.Emit(Unsigned ? OpCodes.Conv_U8 : OpCodes.Conv_I8);
        }

        il.Emit(OpCodes.Mul);
        operands.Pop(given[0], PtxClass.Long);
        return true;
    }

    private bool Bitwise()
    {
        operands.Push(given[1], Kind);
        if (parts[0] is "and" or "or" or "xor")
        {
            operands.Push(given[2], Kind);
        }

        switch (string.Join('.', parts[..^1]))
        {
            case "and":
                il.Emit(OpCodes.And);
                break;
            case "or":
                il.Emit(OpCodes.Or);
                break;
            case "xor":
                il.Emit(OpCodes.Xor);
                break;
            case "not" when Kind == PtxClass.Predicate:
                il.Emit(OpCodes.Ldc_I4_0);
                il.Emit(OpCodes.Ceq);
                break;
            case "not":
                il.Emit(OpCodes.Not);
                break;
            case "neg":
                il.Emit(OpCodes.Neg);
                break;
            case "abs" or "sqrt.rn" or "rcp.rn" when Kind is PtxClass.Single or PtxClass.Double:
                Call($"{char.ToUpperInvariant(parts[0][0])}{parts[0][1..]}", Clr());
                break;
            case "clz":
                Call("Clz", Clr());
                operands.Pop(given[0], PtxClass.Word);
                return true;
            case "shl" or "shr":
                operands.Push(given[2], PtxClass.Word);
                Call(parts[0] == "shl" ? "Left" : "Right", Clr());
                break;
            default:
                return false;
        }

        if (Kind == PtxClass.Half)
        {
            il.Emit(OpCodes.Conv_U2);
        }

        operands.Pop(given[0], Kind);
        return true;
    }

    private void Call(string method, Type type) =>
        il.Emit(
            OpCodes.Call,
            typeof(PtxArithmetic)
                .GetMethods()
                .Single(found => found.Name == method && found.GetParameters()[0].ParameterType == type)
        );

    private Type Clr() =>
        Kind switch
        {
            PtxClass.Single => typeof(float),
            PtxClass.Double => typeof(double),
            PtxClass.Long => Unsigned ? typeof(ulong) : typeof(long),
            PtxClass.Word => Unsigned ? typeof(uint) : typeof(int),
            _ => throw new NotSupportedException($"The machine has no such operation on .{Type}."),
        };

    /// <summary>The registers that hold values of a type.</summary>
    public static PtxClass ClassOf(string type) =>
        type switch
        {
            "pred" => PtxClass.Predicate,
            "f32" => PtxClass.Single,
            "f64" => PtxClass.Double,
            "b16" or "u16" or "s16" => PtxClass.Half,
            "b32" or "u32" or "s32" => PtxClass.Word,
            "b64" or "u64" or "s64" => PtxClass.Long,
            _ => throw new NotSupportedException($"The machine has no type .{type}."),
        };
}
